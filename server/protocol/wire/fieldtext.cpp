// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/protocol/wire/textrow.h"

namespace pushlab::wire {

namespace {

//! A field's name is the same in both languages.
struct FieldRow
{
    const char *name;
    const char *purpose;
    const char *chinesePurpose;
    const char *section;
};

constexpr FieldRow fieldTable[] = {
    // the connection
    {"Host", "The name and port that the client asked for: one address may serve many names. HTTP/1.1 demands it.",
     "客户端请求的主机名和端口：一个地址可以服务多个名称。HTTP/1.1 必须有它。", "RFC 9110 7.2"},
    {"Connection", "Says what becomes of this connection: keep-alive keeps it, close ends it, Upgrade changes its protocol.",
     "说明这个连接怎么办：keep-alive 保持，close 关闭，Upgrade 切换协议。", "RFC 9110 7.6.1"},
    {"Keep-Alive", "How long and for how many requests an idle connection stays open.", "空闲连接保持多久、可用于多少个请求。",
     "RFC 2068 19.7.1.1"},
    {"Proxy-Connection", "An old mistake for Connection, sent to proxies; not part of any standard.",
     "发给代理的 Connection 的旧误用，不属于任何标准。", ""},
    {"Upgrade", "Names the protocol to which the connection is to change; websocket begins a WebSocket.",
     "指出连接要切换到的协议；websocket 即开始 WebSocket。", "RFC 9110 7.8"},
    {"Sec-WebSocket-Key",
     "16 random bytes in Base64. The host proves with Sec-WebSocket-Accept that it has read them; they are no secret.",
     "16 个随机字节的 Base64。主机用 Sec-WebSocket-Accept 证明读到了它；它不是秘密。", "RFC 6455 11.3.1"},
    {"Sec-WebSocket-Accept",
     "Base64 of the SHA-1 of the key and a fixed GUID: no cache and no ordinary web server would answer so by chance.",
     "密钥接上固定 GUID 后的 SHA-1 的 Base64：缓存或普通网页服务器不会碰巧这样答复。", "RFC 6455 11.3.3"},
    {"Sec-WebSocket-Version", "The version of the protocol; 13 is RFC 6455's.", "协议的版本；13 就是 RFC 6455。", "RFC 6455 11.3.5"},
    {"Sec-WebSocket-Extensions",
     "Extensions that the client offers, such as compression by permessage-deflate; the answer names those that are used.",
     "客户端提议的扩展，例如 permessage-deflate 压缩；答复列出实际采用的。", "RFC 6455 11.3.2"},
    {"Sec-WebSocket-Protocol", "The languages that may be spoken inside the WebSocket; the answer chooses one.",
     "WebSocket 内可以使用的子协议；答复从中选一个。", "RFC 6455 11.3.4"},
    {"Transfer-Encoding", "chunked: the body comes in chunks, each with its size, because its length is not known yet.",
     "chunked：正文分块传送，每块带有大小，因为总长度还不知道。", "RFC 9112 6.1"},
    {"TE", "Which transfer codings the client takes, and whether it reads a trailer.",
     "客户端接受哪些传输编码，是否读取尾部字段。", "RFC 9110 10.1.4"},
    {"Trailer", "Names the fields that will stand behind the body.", "列出将出现在正文后面的字段。", "RFC 9110 6.6.2"},
    {"Via", "The proxies that the message has passed.", "消息经过的代理。", "RFC 9110 7.6.3"},
    {"Expect", "100-continue: the client waits for the host's consent before it sends the body.",
     "100-continue：客户端等主机同意后才发送正文。", "RFC 9110 10.1.1"},
    {"Priority", "How urgent the answer is to the client.", "答复对客户端有多紧急。", "RFC 9218 5"},
    // who asks, and from where
    {"Origin",
     "The scheme, host and port of the page whose script asks. The host can turn other sites' pages away; scripts cannot forge it.",
     "发出请求的脚本所在网页的协议、主机和端口。主机可据此拒绝其他网站的网页；脚本无法伪造。", "RFC 6454 7"},
    {"Referer", "The address of the page that the request comes from. Its name is misspelt since 1996.",
     "请求来自哪个网页的地址。这个名称从 1996 年起就拼错了。", "RFC 9110 10.1.3"},
    {"User-Agent", "Which program asks. Browsers name each other there for historical reasons; at each poll it is about 100 bytes.",
     "发出请求的程序。由于历史原因，浏览器都互相冒名；每次轮询约占 100 个字节。", "RFC 9110 10.1.5"},
    {"From", "The mail address of whoever answers for a program that asks by itself.", "自动请求程序的负责人的邮件地址。",
     "RFC 9110 10.1.2"},
    {"X-Requested-With", "XMLHttpRequest: jQuery marks Ajax requests so. Not part of any standard.",
     "XMLHttpRequest：jQuery 用它标记 Ajax 请求。不属于任何标准。", ""},
    {"Sec-Fetch-Site", "Whether the request comes from the same site; written by the browser, not by scripts.",
     "请求是否来自同一网站；由浏览器写入，脚本不能写。", "Fetch Metadata 2.3"},
    {"Sec-Fetch-Mode", "What kind of request it is: navigate for a page, cors for fetch(), websocket for a handshake.",
     "请求的方式：navigate 是打开网页，cors 是 fetch()，websocket 是握手。", "Fetch Metadata 2.2"},
    {"Sec-Fetch-Dest", "What the answer is for: document, script, style; empty for scripts' own requests.",
     "答复的用途：document、script、style；脚本自己的请求是 empty。", "Fetch Metadata 2.1"},
    {"Sec-Fetch-User", "?1: a person's click or key began this navigation.", "?1：由人的点击或按键引起的页面跳转。",
     "Fetch Metadata 2.4"},
    {"Sec-Fetch-Storage-Access", "Whether the page may use its cookies inside another site's page.",
     "网页嵌在其他网站中时能否使用自己的 Cookie。", "Storage Access Headers"},
    {"Sec-CH-UA", "The brand and version of the browser, in a form that is meant to replace User-Agent.",
     "浏览器的品牌和版本，用来取代 User-Agent 的形式。", "UA Client Hints 3.1"},
    {"Sec-CH-UA-Mobile", "?1: a telephone's browser.", "?1：手机浏览器。", "UA Client Hints 3.6"},
    {"Sec-CH-UA-Platform", "The operating system of the browser.", "浏览器所在的操作系统。", "UA Client Hints 3.8"},
    {"Sec-GPC", "1: the user does not want to have their data sold.", "1：用户不同意出售自己的数据。", "Global Privacy Control"},
    {"Sec-Purpose", "prefetch: the browser asks ahead, before anybody wants to see it.",
     "prefetch：浏览器提前请求，此时还没有人要看。", "Fetch Standard"},
    {"DNT", "1: the user asks not to be tracked. Withdrawn as a standard.", "1：用户请求不要跟踪。这个标准已撤回。", ""},
    {"Upgrade-Insecure-Requests", "1: the browser prefers https where there is a choice.", "1：可以选择时，浏览器优先用 https。",
     "Upgrade Insecure Requests 3.2"},
    {"X-Forwarded-For",
     "The addresses of those for whom proxies have asked, the client first. Only to be believed from proxies of one's own.",
     "代理是为哪些地址转发的，客户端在最前。只有自己的代理所写的才可信。", ""},
    {"X-Forwarded-Proto", "The scheme, http or https, with which the client came to the proxy.",
     "客户端到代理时使用的协议：http 或 https。", ""},
    {"X-Forwarded-Host", "The host that the client asked the proxy for.", "客户端向代理请求的主机名。", ""},
    {"X-Forwarded-Port", "The port at which the client reached the proxy.", "客户端到达代理的端口。", ""},
    {"X-Real-IP", "The client's address, as nginx hands it on.", "nginx 转达的客户端地址。", ""},
    {"Forwarded", "The standard's form of X-Forwarded-For, -Proto and -Host.", "X-Forwarded-For、-Proto 和 -Host 的标准形式。",
     "RFC 7239 4"},
    // what is accepted
    {"Accept", "Which types of content the client takes; text/event-stream asks for an event stream.",
     "客户端接受哪些类型的内容；text/event-stream 表示要事件流。", "RFC 9110 12.5.1"},
    {"Accept-Charset", "Which character encodings the client takes; no longer used, for all is UTF-8.",
     "客户端接受哪些字符编码；现在都用 UTF-8，已不再使用。", "RFC 9110 12.5.2"},
    {"Accept-Encoding", "Which compressions the client can undo.", "客户端能解开哪些压缩。", "RFC 9110 12.5.3"},
    {"Accept-Language", "Which languages the reader prefers; PushLab's pages follow it.",
     "读者偏好哪些语言；PushLab 的网页据此选择语言。", "RFC 9110 12.5.4"},
    {"Accept-Ranges", "Whether the host sends parts of the resource when asked to.", "主机是否应要求只发送资源的一部分。",
     "RFC 9110 14.3"},
    {"Range", "Only this stretch of the resource is wanted.", "只要资源的这一段。", "RFC 9110 14.2"},
    {"Content-Range", "Which stretch of the resource the body is.", "正文是资源的哪一段。", "RFC 9110 14.4"},
    // state
    {"Cookie",
     "What this host asked the browser to remember. It goes along with each request, wanted or not: PushLab keeps the class's pass there.",
     "主机让浏览器记住的内容。不管用不用得到，每个请求都会带上它：PushLab 把课堂通行凭证放在这里。", "RFC 6265 4.2"},
    {"Set-Cookie", "Asks the browser to remember a value and send it back with each request.",
     "请浏览器记住一个值，并在每个请求中送回。", "RFC 6265 4.1"},
    {"Authorization", "Proves who the client is, for instance by a token.", "证明客户端是谁，例如用令牌。", "RFC 9110 11.6.2"},
    {"WWW-Authenticate", "How the client can prove who it is.", "客户端可以怎样证明身份。", "RFC 9110 11.6.1"},
    {"Last-Event-ID", "The id of the last event that the browser has: it comes again after a break and wants what follows.",
     "浏览器收到的最后一个事件的编号：断开后重新连接，要后面的内容。", "HTML 9.2.4"},
    // caches
    {"Cache-Control", "Who may keep a copy and for how long; no-store forbids it, as live answers need.",
     "谁可以保存副本、保存多久；no-store 表示禁止，实时答复需要这样。", "RFC 9111 5.2"},
    {"Pragma", "no-cache: what Cache-Control was called in HTTP/1.0.", "no-cache：HTTP/1.0 时代的 Cache-Control。", "RFC 9111 5.4"},
    {"Expires", "Until when a copy may be used.", "副本可以用到什么时候。", "RFC 9111 5.3"},
    {"Age", "How many seconds a cache has had its copy.", "缓存中的副本已保存了多少秒。", "RFC 9111 5.1"},
    {"ETag", "A mark of this version of the resource, by which a client can ask later whether it has changed.",
     "资源当前版本的标记，客户端以后可以用它询问是否有变化。", "RFC 9110 8.8.3"},
    {"If-None-Match", "The ETag of the client's copy: the answer is to have a body only if the resource has changed.",
     "客户端副本的 ETag：只有资源变了，答复才需要正文。", "RFC 9110 13.1.2"},
    {"If-Match", "Only if the resource is still this version.", "只在资源仍是这个版本时才执行。", "RFC 9110 13.1.1"},
    {"If-Modified-Since", "A body is wanted only if the resource has changed since then.", "只有资源在此之后变过，才要正文。",
     "RFC 9110 13.1.3"},
    {"Last-Modified", "When the resource changed last.", "资源最后一次变化的时间。", "RFC 9110 8.8.2"},
    {"Vary", "Which fields of the request the answer depends on; caches keep one copy for each value.",
     "答复取决于请求的哪些字段；缓存按每个值各存一份。", "RFC 9110 12.5.5"},
    // the body
    {"Content-Type", "What the body is: application/json is handed to a script as an object, text/html as text.",
     "正文是什么：application/json 交给脚本时是对象，text/html 是文本。", "RFC 9110 8.3"},
    {"Content-Length", "How many bytes the body has, so that the reader knows where it ends.",
     "正文有多少字节，让读取方知道在哪里结束。", "RFC 9110 8.6"},
    {"Content-Encoding", "How the body is compressed.", "正文用什么方式压缩。", "RFC 9110 8.4"},
    {"Content-Language", "The language of the body's readers.", "正文面向的读者语言。", "RFC 9110 8.5"},
    {"Content-Disposition", "Whether the browser shows the body or saves it as a file, and under which name.",
     "浏览器显示正文还是存为文件，用什么文件名。", "RFC 6266 4"},
    {"Content-Security-Policy", "What a page may load and run; it stops scripts that somebody smuggled in.",
     "网页可以加载和运行什么；阻止他人混入的脚本。", "CSP3 3.1"},
    // the answer
    {"Date", "When the answer was made.", "答复产生的时间。", "RFC 9110 6.6.1"},
    {"Server", "Which program answers.", "作出答复的程序。", "RFC 9110 10.2.4"},
    {"Location", "Where to go on, or where the new thing is.", "该去哪里，或者新内容在哪里。", "RFC 9110 10.2.2"},
    {"Allow", "The methods that the resource takes.", "资源接受的方法。", "RFC 9110 10.2.1"},
    {"Retry-After", "How many seconds to wait before asking again.", "再次请求前要等多少秒。", "RFC 9110 10.2.3"},
    {"Referrer-Policy", "How much of its address a page tells to those whom it asks.", "网页请求他人时透露多少自己的地址。",
     "Referrer Policy 4.1"},
    {"X-Accel-Buffering", "no: asks nginx not to collect the answer first. Without it, an event stream would stall in the proxy.",
     "no：请 nginx 不要先收齐答复。没有它，事件流会滞留在代理中。", ""},
    {"X-Content-Type-Options", "nosniff: the browser must believe Content-Type and not guess.",
     "nosniff：浏览器必须相信 Content-Type，不得猜测。", "Fetch Standard"},
    {"X-Frame-Options", "DENY: no other page may show this one inside itself.", "DENY：其他网页不得把本页嵌入其中。", "RFC 7034 2"},
    {"Strict-Transport-Security", "From now on the browser comes by https only.", "从此浏览器只用 https 访问。", "RFC 6797 6.1"},
    {"Alt-Svc", "Where the same host also answers, in another version of HTTP.", "同一主机还可以在哪里、用哪个 HTTP 版本访问。",
     "RFC 7838 3"},
    {"Access-Control-Allow-Origin", "Which other sites' scripts may read the answer.", "哪些其他网站的脚本可以读取答复。",
     "Fetch Standard"},
};

} // namespace

PartText fieldText(QByteArrayView name)
{
    for (const FieldRow &row : fieldTable) {
        if (name.compare(QByteArrayView(row.name), Qt::CaseInsensitive) == 0)
            return textFrom({row.name, row.name, row.purpose, row.chinesePurpose, row.section});
    }
    return {};
}

} // namespace pushlab::wire
