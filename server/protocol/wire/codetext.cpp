// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/textrow.h"

namespace pushlab::wire {

namespace {

struct CodeRow
{
    int code;
    TextRow text;
};

struct NamedRow
{
    const char *name;
    const char *purpose;
    const char *chinesePurpose;
    const char *section;
};

constexpr CodeRow statusTable[] = {
    {100,
     {"100 Continue", "100 继续", "The head was accepted; the client may send the body.", "首部已被接受，客户端可以发送正文。",
      "RFC 9110 15.2.1"}},
    {101,
     {"101 Switching Protocols", "101 切换协议", "From the next byte on, the connection speaks the other protocol: WebSocket.",
      "从下一个字节起，连接改用另一个协议：WebSocket。", "RFC 9110 15.2.2"}},
    {200, {"200 OK", "200 成功", "It worked, and the body has what was asked for.", "成功，正文就是所要的内容。", "RFC 9110 15.3.1"}},
    {201,
     {"201 Created", "201 已创建", "Something new exists now, here a message in the room's log.",
      "已经产生新的内容，这里是房间记录中的一条消息。", "RFC 9110 15.3.2"}},
    {202, {"202 Accepted", "202 已接受", "Taken, but not done yet.", "已收下，但尚未处理完。", "RFC 9110 15.3.3"}},
    {204,
     {"204 No Content", "204 无内容",
      "It worked, and there is nothing to say: no body. To an event stream's browser it means: do not come back.",
      "成功，但没有内容：没有正文。对事件流的浏览器来说，意思是不要再连接。", "RFC 9110 15.3.5"}},
    {206,
     {"206 Partial Content", "206 部分内容", "The stretch of the resource that was asked for.", "资源中所要求的那一段。",
      "RFC 9110 15.3.7"}},
    {301,
     {"301 Moved Permanently", "301 永久移动", "The resource has another address for good.", "资源已永久改用另一个地址。",
      "RFC 9110 15.4.2"}},
    {302, {"302 Found", "302 已找到", "The resource is at another address for now.", "资源暂时在另一个地址。", "RFC 9110 15.4.3"}},
    {303,
     {"303 See Other", "303 参见其他", "Done; the answer is to be fetched by GET from another address.",
      "已完成，请用 GET 从另一个地址取答复。", "RFC 9110 15.4.4"}},
    {304,
     {"304 Not Modified", "304 未修改", "The client's copy still holds, so that only a head is sent.",
      "客户端的副本仍然有效，所以只发首部。", "RFC 9110 15.4.5"}},
    {307,
     {"307 Temporary Redirect", "307 临时重定向", "Ask again at another address, with the same method and body.",
      "请用同样的方法和正文向另一个地址再问一次。", "RFC 9110 15.4.8"}},
    {308, {"308 Permanent Redirect", "308 永久重定向", "As 307, for good.", "同 307，但是永久的。", "RFC 9110 15.4.9"}},
    {400,
     {"400 Bad Request", "400 请求有误", "The host does not understand the request; sent again as it is, it fails again.",
      "主机看不懂请求；原样再发仍会失败。", "RFC 9110 15.5.1"}},
    {401, {"401 Unauthorized", "401 未认证", "The client has to say who it is first.", "客户端须先表明身份。", "RFC 9110 15.5.2"}},
    {403,
     {"403 Forbidden", "403 禁止", "Understood and refused: the PIN is missing, for instance.", "看懂了，但拒绝：例如缺少 PIN。",
      "RFC 9110 15.5.4"}},
    {404, {"404 Not Found", "404 未找到", "The host has no such resource.", "主机上没有这个资源。", "RFC 9110 15.5.5"}},
    {405,
     {"405 Method Not Allowed", "405 方法不允许", "The resource exists but does not take this method; Allow names those that it takes.",
      "资源存在，但不接受这个方法；Allow 列出可用的方法。", "RFC 9110 15.5.6"}},
    {406,
     {"406 Not Acceptable", "406 无法接受", "The host has no form of it that the client accepts.", "主机没有客户端能接受的形式。",
      "RFC 9110 15.5.7"}},
    {408,
     {"408 Request Timeout", "408 请求超时", "The request did not arrive whole in time.", "请求未能及时完整到达。", "RFC 9110 15.5.9"}},
    {409,
     {"409 Conflict", "409 冲突", "It contradicts the present state, for instance a name that is taken.",
      "与当前状态冲突，例如名字已被占用。", "RFC 9110 15.5.10"}},
    {411,
     {"411 Length Required", "411 需要长度", "The host wants to know the body's length first.", "主机要先知道正文的长度。",
      "RFC 9110 15.5.12"}},
    {413,
     {"413 Content Too Large", "413 内容过大", "The body is longer than the host takes.", "正文超过主机接受的长度。",
      "RFC 9110 15.5.14"}},
    {414,
     {"414 URI Too Long", "414 URI 过长", "The target is longer than the host takes.", "请求目标超过主机接受的长度。",
      "RFC 9110 15.5.15"}},
    {415,
     {"415 Unsupported Media Type", "415 不支持的媒体类型", "The host does not read bodies of this type.",
      "主机不读取这种类型的正文。", "RFC 9110 15.5.16"}},
    {417,
     {"417 Expectation Failed", "417 期望失败", "The host cannot do what Expect asks for.", "主机无法满足 Expect 的要求。",
      "RFC 9110 15.5.18"}},
    {421,
     {"421 Misdirected Request", "421 请求投错", "This host does not answer for the name in Host.",
      "本主机不为 Host 中的名称作答。", "RFC 9110 15.5.20"}},
    {426,
     {"426 Upgrade Required", "426 需要升级", "Here one speaks another protocol; Upgrade says which: WebSocket.",
      "这里要用另一个协议；Upgrade 指明是哪个：WebSocket。", "RFC 9110 15.5.22"}},
    {429,
     {"429 Too Many Requests", "429 请求过多", "The client asks too often; Retry-After says how long to wait.",
      "客户端请求过于频繁；Retry-After 说明要等多久。", "RFC 6585 4"}},
    {431,
     {"431 Request Header Fields Too Large", "431 首部字段过大", "There are too many fields, or they are too long.",
      "字段太多或太长。", "RFC 6585 5"}},
    {500,
     {"500 Internal Server Error", "500 服务器内部错误", "The host failed; the request was not at fault.",
      "主机出错，不是请求的问题。", "RFC 9110 15.6.1"}},
    {501,
     {"501 Not Implemented", "501 未实现", "The host does not know what is asked of it.", "主机没有所要求的功能。", "RFC 9110 15.6.2"}},
    {502,
     {"502 Bad Gateway", "502 网关错误", "A proxy got no sensible answer from the host behind it.",
      "代理从后面的主机得到的答复不合规则。", "RFC 9110 15.6.3"}},
    {503,
     {"503 Service Unavailable", "503 服务不可用", "The host has too much to do just now; Retry-After may say when to come back.",
      "主机暂时过于繁忙；Retry-After 可说明何时再来。", "RFC 9110 15.6.4"}},
    {504,
     {"504 Gateway Timeout", "504 网关超时",
      "A proxy waited too long for the host behind it: what a long poll meets when it is held too long.",
      "代理等后面的主机太久：长轮询保持过久时就会遇到。", "RFC 9110 15.6.5"}},
    {505,
     {"505 HTTP Version Not Supported", "505 不支持的 HTTP 版本", "The host does not speak this version.", "主机不支持这个版本。",
      "RFC 9110 15.6.6"}},
};

constexpr CodeRow opcodeTable[] = {
    {0,
     {"0 Continuation", "0 延续", "This frame continues the message that an earlier frame began.",
      "本帧接着前面的帧已开始的消息。", "RFC 6455 5.4"}},
    {1,
     {"1 Text", "1 文本", "The payload is text in UTF-8. PushLab's messages come so.",
      "载荷是 UTF-8 文本。PushLab 的消息就这样传送。", "RFC 6455 5.6"}},
    {2, {"2 Binary", "2 二进制", "The payload is bytes, whatever they mean.", "载荷是任意字节。", "RFC 6455 5.6"}},
    {8,
     {"8 Close", "8 关闭", "One side ends the connection; the other answers with a Close of its own.",
      "一方结束连接，另一方也以关闭帧作答。", "RFC 6455 5.5.1"}},
    {9,
     {"9 Ping", "9 Ping", "“Are you there?” The other side has to answer with a Pong.", "“你还在吗？”对方必须以 Pong 作答。",
      "RFC 6455 5.5.2"}},
    {10, {"10 Pong", "10 Pong", "The answer to a Ping, with the same payload.", "对 Ping 的答复，载荷与之相同。", "RFC 6455 5.5.3"}},
};

constexpr TextRow reservedOpcode = {"Reserved opcode", "保留的操作码", "No meaning has been given to it; it ends the connection.",
                                    "尚无定义；会使连接终止。", "RFC 6455 5.2"};

constexpr CodeRow closeTable[] = {
    {1000, {"1000 Normal Closure", "1000 正常关闭", "What the connection was for is done.", "连接的用途已经完成。", "RFC 6455 7.4.1"}},
    {1001, {"1001 Going Away", "1001 离开", "The page was left, or the host stops.", "网页被离开，或者主机停止。", "RFC 6455 7.4.1"}},
    {1002,
     {"1002 Protocol Error", "1002 协议错误", "The other side broke a rule of the protocol.", "对方违反了协议的规则。",
      "RFC 6455 7.4.1"}},
    {1003,
     {"1003 Unsupported Data", "1003 不支持的数据", "It takes no data of this kind, for instance text alone.",
      "不接受这种数据，例如只接受文本。", "RFC 6455 7.4.1"}},
    {1005,
     {"1005 No Status Received", "1005 未收到代码", "Stands for a Close without a code; it never passes the wire.",
      "表示关闭帧没有代码；从不出现在线路上。", "RFC 6455 7.4.1"}},
    {1006,
     {"1006 Abnormal Closure", "1006 异常关闭", "Stands for a connection that ended without a Close; it never passes the wire.",
      "表示连接未经关闭帧就断开；从不出现在线路上。", "RFC 6455 7.4.1"}},
    {1007, {"1007 Invalid Payload Data", "1007 载荷数据无效", "A text was not UTF-8.", "文本不是 UTF-8。", "RFC 6455 7.4.1"}},
    {1008,
     {"1008 Policy Violation", "1008 违反策略", "The host does not permit what was done.", "主机不允许这样做。", "RFC 6455 7.4.1"}},
    {1009,
     {"1009 Message Too Big", "1009 消息过大", "A message was longer than the other side takes.", "消息超过对方接受的长度。",
      "RFC 6455 7.4.1"}},
    {1010,
     {"1010 Mandatory Extension", "1010 缺少必需的扩展", "The client needs an extension that the host did not agree to.",
      "客户端需要的扩展，主机没有同意。", "RFC 6455 7.4.1"}},
    {1011, {"1011 Internal Error", "1011 内部错误", "The host met a fault of its own.", "主机自身出错。", "RFC 6455 7.4.1"}},
    {1012,
     {"1012 Service Restart", "1012 服务重启", "The host starts again; come back a little later.", "主机正在重启，请稍后再来。",
      "RFC 6455 11.7"}},
    {1013, {"1013 Try Again Later", "1013 稍后再试", "The host has too much to do just now.", "主机暂时过于繁忙。", "RFC 6455 11.7"}},
    {1014,
     {"1014 Bad Gateway", "1014 网关错误", "A proxy got no sensible answer from the host behind it.",
      "代理从后面的主机得到的答复不合规则。", "RFC 6455 11.7"}},
    {1015,
     {"1015 TLS Handshake", "1015 TLS 握手失败", "Stands for a TLS handshake that failed; it never passes the wire.",
      "表示 TLS 握手失败；从不出现在线路上。", "RFC 6455 7.4.1"}},
};

constexpr TextRow registeredClose = {"Registered close code", "已登记的关闭代码",
                                     "Codes from 3000 to 3999 are registered by libraries and frameworks.",
                                     "3000 到 3999 的代码由库和框架登记使用。", "RFC 6455 7.4.2"};
constexpr TextRow privateClose = {"Private close code", "私用的关闭代码",
                                  "Codes from 4000 to 4999 mean what both sides have agreed on.",
                                  "4000 到 4999 的代码由双方自行约定。", "RFC 6455 7.4.2"};

constexpr NamedRow methodTable[] = {
    {"GET", "Reads the resource and changes nothing. Polls, event streams and WebSocket handshakes are GETs.",
     "读取资源，不作改动。轮询、事件流和 WebSocket 握手都是 GET。", "RFC 9110 9.3.1"},
    {"HEAD", "As GET, but only the head is sent.", "同 GET，但只发首部。", "RFC 9110 9.3.2"},
    {"POST", "Hands the body over to the resource, here a message that is sent.", "把正文交给资源处理，这里是要发送的消息。",
     "RFC 9110 9.3.3"},
    {"PUT", "Puts the body in the resource's place.", "用正文替换资源。", "RFC 9110 9.3.4"},
    {"DELETE", "Removes the resource.", "删除资源。", "RFC 9110 9.3.5"},
    {"CONNECT", "Asks a proxy for a tunnel.", "请代理建立隧道。", "RFC 9110 9.3.6"},
    {"OPTIONS", "Asks what may be done with the resource.", "询问可以对资源做什么。", "RFC 9110 9.3.7"},
    {"PATCH", "Changes a part of the resource.", "修改资源的一部分。", "RFC 5789 2"},
};

constexpr NamedRow eventTable[] = {
    {"data", "What the event says. Several such lines make one text of several lines.",
     "事件的内容。多行 data 合成一段多行文本。", "HTML 9.2.6"},
    {"event", "The kind of the event, for which the page has a listener; without it, it is “message”.",
     "事件的类型，网页按类型设监听器；没有时就是“message”。", "HTML 9.2.6"},
    {"id", "The number that the browser sends back as Last-Event-ID when it comes again, so that nothing is lost.",
     "浏览器重新连接时以 Last-Event-ID 送回的编号，这样什么也不会丢失。", "HTML 9.2.6"},
    {"retry", "How many milliseconds the browser waits before it comes again.", "浏览器重新连接前等待的毫秒数。", "HTML 9.2.6"},
};

template <std::size_t size>
PartText codeTextIn(const CodeRow (&table)[size], int code)
{
    for (const CodeRow &row : table) {
        if (row.code == code)
            return textFrom(row.text);
    }
    return {};
}

template <std::size_t size>
PartText namedTextIn(const NamedRow (&table)[size], QByteArrayView name)
{
    for (const NamedRow &row : table) {
        if (name == QByteArrayView(row.name))
            return textFrom({row.name, row.name, row.purpose, row.chinesePurpose, row.section});
    }
    return {};
}

} // namespace

PartText methodText(QByteArrayView method)
{
    return namedTextIn(methodTable, method);
}

PartText eventFieldText(QByteArrayView name)
{
    return namedTextIn(eventTable, name);
}

PartText statusText(int code)
{
    return codeTextIn(statusTable, code);
}

PartText opcodeText(int opcode)
{
    if (opcode < 0 || opcode > 15)
        return {};
    const PartText known = codeTextIn(opcodeTable, opcode);
    return known.isEmpty() ? textFrom(reservedOpcode) : known;
}

PartText closeCodeText(int code)
{
    if (code >= 3000 && code <= 3999) // RFC 6455 7.4.2
        return textFrom(registeredClose);
    if (code >= 4000 && code <= 4999)
        return textFrom(privateClose);
    return codeTextIn(closeTable, code);
}

} // namespace pushlab::wire
