// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/textrow.h"

#include <iterator>

namespace pushlab::wire {

namespace {

struct KindRow
{
    PartKind kind;
    TextRow text;
};

constexpr KindRow kindTable[] = {
    {PartKind::RequestLine,
     {"Request line", "请求行", "The first line of a request: what is to be done, with what, in which version of HTTP.",
      "请求的第一行：要做什么、对哪个资源做、用哪个版本的 HTTP。", "RFC 9112 3"}},
    {PartKind::Method,
     {"Method", "方法", "What the client asks for. GET reads; POST hands something over.",
      "客户端要求做什么。GET 是读取，POST 是提交。", "RFC 9110 9"}},
    {PartKind::Target,
     {"Target", "请求目标", "Which resource of the host is meant: a path, and often a query behind a question mark.",
      "指主机上的哪个资源：一个路径，问号后面常有查询。", "RFC 9112 3.2"}},
    {PartKind::Path,
     {"Path", "路径", "The name of the resource; parts are separated by slashes.", "资源的名称，各段以斜线分隔。", "RFC 3986 3.3"}},
    {PartKind::Query,
     {"Query", "查询", "Parameters for the resource, here for instance the number up to which the client has messages.",
      "给资源的参数，例如客户端已收到的消息编号。", "RFC 3986 3.4"}},
    {PartKind::Version,
     {"Version", "版本", "The version of HTTP. 1.1 keeps the connection open for further requests unless one side says otherwise.",
      "HTTP 的版本。1.1 版默认保持连接，供后续请求使用，除非有一方另有说明。", "RFC 9112 2.3"}},
    {PartKind::StatusLine,
     {"Status line", "状态行", "The first line of an answer: how the request went.", "答复的第一行：请求的结果如何。", "RFC 9112 4"}},
    {PartKind::StatusCode,
     {"Status code", "状态码",
      "Three digits for programs. The first one is the class: 2 success, 3 elsewhere, 4 the client's fault, 5 the host's.",
      "给程序看的三位数字。第一位是类别：2 成功，3 在别处，4 客户端的错，5 主机的错。", "RFC 9110 15"}},
    {PartKind::ReasonPhrase,
     {"Reason phrase", "原因短语", "The status code in words, for people. Programs ignore it, and HTTP/2 no longer has it.",
      "用文字说明状态码，给人看。程序不理会它，HTTP/2 已经没有它了。", "RFC 9112 4"}},
    {PartKind::FieldLine,
     {"Field line", "字段行",
      "A header field: a name, a colon, a value. Each poll carries all of them again; that is what polling costs.",
      "一个首部字段：名称、冒号、值。每次轮询都要重新携带全部字段，这就是轮询的代价。", "RFC 9112 5"}},
    {PartKind::FieldName,
     {"Field name", "字段名", "The name of the field. Upper and lower case are the same.", "字段的名称，不分大小写。", "RFC 9110 5.1"}},
    {PartKind::FieldValue,
     {"Field value", "字段值", "What the field says, without the blanks around it.", "字段的内容，不含两端的空白。", "RFC 9110 5.5"}},
    {PartKind::EndOfHead,
     {"End of the head", "首部结束", "An empty line: the fields end here, and a body follows if there is one.",
      "一个空行：字段到此为止，如果有正文，正文从这里开始。", "RFC 9112 2.1"}},
    {PartKind::Chunk,
     {"Chunk", "块", "A piece of a body whose length was not known at the beginning: its size, its bytes, a line end.",
      "正文的一块，用于开始时还不知道总长度的正文：大小、字节、行尾。", "RFC 9112 7.1"}},
    {PartKind::ChunkSize,
     {"Chunk size", "块大小", "How many bytes of data follow, in hexadecimal digits.", "后面有多少字节数据，以十六进制数字写出。",
      "RFC 9112 7.1"}},
    {PartKind::ChunkExtension,
     {"Chunk extension", "块扩展",
      "A remark on this chunk behind a semicolon. Hardly anybody uses it, and readers ignore what they do not know.",
      "分号后面对本块的附注。几乎没有人用，读取方忽略不认识的附注。", "RFC 9112 7.1.1"}},
    {PartKind::ChunkData,
     {"Chunk data", "块数据", "The bytes of the body that this chunk carries.", "本块携带的正文字节。", "RFC 9112 7.1"}},
    {PartKind::ChunkEnd, {"End of the chunk", "块结束", "CR LF closes the chunk's data.", "CR LF 结束本块的数据。", "RFC 9112 7.1"}},
    {PartKind::LastChunk,
     {"Last chunk", "最后一块", "A chunk of size 0: the body ends here, and the connection can be used again.",
      "大小为 0 的块：正文到此结束，连接可以继续使用。", "RFC 9112 7.1"}},
    {PartKind::Trailer,
     {"Trailer", "尾部字段", "Fields behind the body, for what is known only at its end.",
      "正文后面的字段，用于到末尾才知道的内容。", "RFC 9112 7.1.2"}},
    {PartKind::EndOfChunks,
     {"End of the chunked body", "分块正文结束", "An empty line behind the last chunk and the trailer.",
      "最后一块和尾部字段后面的空行。", "RFC 9112 7.1"}},
    {PartKind::Body,
     {"Body", "正文", "What the request or answer is about: here messages as JSON, or a text that is sent.",
      "请求或答复真正要传的内容：这里是 JSON 形式的消息，或者要发送的文本。", "RFC 9112 6"}},
    {PartKind::EventField,
     {"Event field", "事件字段", "A line of an event: a name, a colon, a value.", "事件中的一行：名称、冒号、值。", "HTML 9.2.5"}},
    {PartKind::EventFieldName,
     {"Event field's name", "事件字段名", "data, event, id or retry. Browsers ignore every other name.",
      "data、event、id 或 retry。其他名称浏览器一律忽略。", "HTML 9.2.6"}},
    {PartKind::EventFieldValue,
     {"Event field's value", "事件字段值", "The rest of the line, without one space behind the colon.",
      "这一行的其余部分，不含冒号后的一个空格。", "HTML 9.2.6"}},
    {PartKind::EventComment,
     {"Comment", "注释",
      "A line that begins with a colon means nothing. Hosts send one now and then so that nobody closes a silent connection.",
      "以冒号开头的行没有含义。主机隔一段时间发一行，以免安静的连接被关闭。", "HTML 9.2.7"}},
    {PartKind::CommentText,
     {"Comment's text", "注释文字", "For people who look at the wire. Browsers drop it.", "给查看线路的人看的，浏览器会丢弃。",
      "HTML 9.2.6"}},
    {PartKind::EventEnd,
     {"End of the event", "事件结束", "An empty line: now the browser hands the event to the page.",
      "一个空行：浏览器此时把事件交给网页。", "HTML 9.2.6"}},
    {PartKind::Fin,
     {"FIN", "FIN（结束位）", "1: this frame is the last of its message. 0: more frames of it follow.",
      "1：本帧是消息的最后一帧。0：后面还有同一消息的帧。", "RFC 6455 5.2"}},
    {PartKind::Reserved1,
     {"RSV1", "RSV1（保留位 1）",
      "0, unless an extension was agreed in the handshake; permessage-deflate says by it that the message is compressed.",
      "为 0，除非握手时约定了扩展；permessage-deflate 用它表示消息经过压缩。", "RFC 6455 5.2"}},
    {PartKind::Reserved2,
     {"RSV2", "RSV2（保留位 2）", "0: kept for extensions. A 1 that was not agreed ends the connection.",
      "为 0：留给扩展。未经约定的 1 会使连接终止。", "RFC 6455 5.2"}},
    {PartKind::Reserved3,
     {"RSV3", "RSV3（保留位 3）", "0: kept for extensions. A 1 that was not agreed ends the connection.",
      "为 0：留给扩展。未经约定的 1 会使连接终止。", "RFC 6455 5.2"}},
    {PartKind::Opcode,
     {"Opcode", "操作码", "What the frame is: 0 continuation, 1 text, 2 binary, 8 close, 9 ping, 10 pong.",
      "帧的种类：0 延续，1 文本，2 二进制，8 关闭，9 ping，10 pong。", "RFC 6455 5.2"}},
    {PartKind::MaskBit,
     {"MASK", "MASK（掩码位）", "1: the payload is masked and its key stands before it. Clients always mask, hosts never do.",
      "1：载荷有掩码，密钥就在它前面。客户端总是加掩码，主机从不加。", "RFC 6455 5.1"}},
    {PartKind::Length7,
     {"Payload length, 7 bits", "载荷长度，7 位", "Up to 125: the length itself. 126: the next 2 bytes have it. 127: the next 8 bytes.",
      "不超过 125：就是长度。126：长度在后面 2 个字节。127：长度在后面 8 个字节。", "RFC 6455 5.2"}},
    {PartKind::Length16,
     {"Payload length, 16 bits", "载荷长度，16 位", "From 126 to 65,535 bytes; the most significant byte comes first.",
      "从 126 到 65,535 个字节；高位字节在前。", "RFC 6455 5.2"}},
    {PartKind::Length64,
     {"Payload length, 64 bits", "载荷长度，64 位", "From 65,536 bytes; the most significant byte comes first, and its first bit is 0.",
      "从 65,536 个字节起；高位字节在前，首位为 0。", "RFC 6455 5.2"}},
    {PartKind::MaskingKey,
     {"Masking key", "掩码密钥",
      "Four random bytes, new for each frame. They keep a script from choosing the bytes on the wire; they hide nothing.",
      "四个随机字节，每帧都换。它使脚本无法选定线路上的字节，但什么也不隐藏。", "RFC 6455 5.3"}},
    {PartKind::FramePayload,
     {"Payload", "载荷", "What the frame carries. With a mask, each byte is combined with a byte of the key by XOR.",
      "帧携带的内容。有掩码时，每个字节都与密钥的一个字节异或。", "RFC 6455 5.2"}},
    {PartKind::CloseCode,
     {"Close code", "关闭代码", "Why the connection ends, as a number of two bytes.", "连接为什么结束，用两个字节的数字表示。",
      "RFC 6455 7.4"}},
    {PartKind::CloseReason,
     {"Close reason", "关闭原因", "The same in words, in UTF-8, at most 123 bytes.", "用文字说明原因，UTF-8，最多 123 个字节。",
      "RFC 6455 7.1.6"}},
    {PartKind::Separator, {"Colon", "冒号", "It parts the name from the value.", "分隔名称和值。", "RFC 9112 5"}},
    {PartKind::Space,
     {"Blank", "空白", "It parts what stands before it from what follows, and means nothing more.", "分隔前后的内容，别无含义。",
      "RFC 9112 3"}},
    {PartKind::LineEnd,
     {"Line end", "行尾", "CR LF in HTTP (two bytes: 0d 0a); in an event stream LF alone will do.",
      "HTTP 中是 CR LF（两个字节：0d 0a）；事件流中只有 LF 也可以。", "RFC 9112 2.2"}},
    {PartKind::Unknown,
     {"Not understood", "无法识别", "Bytes that fit no rule at this place, or more than what is taken apart of one record.",
      "在这个位置不符合任何规则的字节，或者超出单条记录的拆解上限。", ""}},
};

static_assert(std::size(kindTable) == partKinds, "a kind lacks its words");

} // namespace

PartText kindText(PartKind kind)
{
    for (const KindRow &row : kindTable) {
        if (row.kind == kind)
            return textFrom(row.text);
    }
    return {};
}

} // namespace pushlab::wire
