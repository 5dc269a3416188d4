<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AdapterKind</name>
    <message>
        <source>Wi-Fi</source>
        <translation>无线网</translation>
    </message>
    <message>
        <source>Ethernet</source>
        <translation>以太网</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Virtual network</source>
        <translation>虚拟网络</translation>
    </message>
    <message>
        <source>This computer only</source>
        <translation>仅限本机</translation>
    </message>
</context>
<context>
    <name>ClientState</name>
    <message>
        <source>Not connected</source>
        <translation>未连接</translation>
    </message>
    <message>
        <source>Connecting …</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Waiting: request open %1 s</source>
        <translation>等待中：请求已打开 %1 秒</translation>
    </message>
    <message>
        <source>Next poll in %1 s</source>
        <translation>%1 秒后再次轮询</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>No connection</source>
        <translation>无连接</translation>
    </message>
    <message>
        <source>Connection lost. Retrying in %1 s</source>
        <translation>连接已断开，%1 秒后重试</translation>
    </message>
    <message>
        <source>The host does not answer. Retrying in %1 s</source>
        <translation>主机没有应答，%1 秒后重试</translation>
    </message>
    <message>
        <source>Not let in</source>
        <translation>未获准进入</translation>
    </message>
    <message>
        <source>This class needs a PIN.</source>
        <translation>本课堂需要 PIN 码。</translation>
    </message>
    <message>
        <source>The class has a new PIN.</source>
        <translation>课堂换了新的 PIN 码。</translation>
    </message>
    <message>
        <source>That is not the PIN of this class.</source>
        <translation>这不是本课堂的 PIN 码。</translation>
    </message>
    <message>
        <source>Too many wrong PINs. Wait a minute.</source>
        <translation>PIN 码错误次数太多，请等一分钟。</translation>
    </message>
    <message>
        <source>The teacher has sent you out of the room.</source>
        <translation>老师已将你请出房间。</translation>
    </message>
    <message>
        <source>The teacher has banned you from the room.</source>
        <translation>老师已禁止你进入本房间。</translation>
    </message>
    <message>
        <source>The room is locked: nobody new can come in.</source>
        <translation>房间已锁定，不再接纳新成员。</translation>
    </message>
    <message>
        <source>The teacher has muted you.</source>
        <translation>老师已将你禁言。</translation>
    </message>
</context>
<context>
    <name>Demo</name>
    <message>
        <source>Hello! I ask the host again and again whether there is anything new.</source>
        <translation>大家好！我一遍又一遍地问主机有没有新消息。</translation>
    </message>
    <message>
        <source>Requests so far: %1. Answers with nothing in them: %2.</source>
        <translation>到目前为止的请求：%1。其中空应答：%2。</translation>
    </message>
    <message>
        <source>What you write reaches me only when I ask the next time.</source>
        <translation>你们写的内容，要等我下次去问才能收到。</translation>
    </message>
    <message>
        <source>If I asked more often I would hear from you sooner, and cost more.</source>
        <translation>要是问得更勤，我就能更早收到消息，但开销也更大。</translation>
    </message>
    <message>
        <source>Hello! The host keeps my request open until there is something to tell me.</source>
        <translation>大家好！主机会一直挂着我的请求，直到有消息要告诉我。</translation>
    </message>
    <message>
        <source>Your message ended my request; I have asked again at once.</source>
        <translation>你们的消息结束了我的请求；我马上又发出了一个。</translation>
    </message>
    <message>
        <source>Requests so far: %1, about one for each message.</source>
        <translation>到目前为止的请求：%1，大约每条消息一次。</translation>
    </message>
    <message>
        <source>I hear from you at once, and all it takes is plain HTTP.</source>
        <translation>我马上就能收到消息，而且只用普通的 HTTP。</translation>
    </message>
    <message>
        <source>Hello! I have one connection that stays open, and both sides may speak.</source>
        <translation>大家好！我有一条一直打开的连接，双方随时都能说话。</translation>
    </message>
    <message>
        <source>Messages so far: %1. Connections opened for them: %2.</source>
        <translation>到目前为止收到的消息：%1。为此建立的连接：%2。</translation>
    </message>
    <message>
        <source>No headers for me: a message comes in a small frame.</source>
        <translation>我不需要 HTTP 头：每条消息只装在一个小小的帧里。</translation>
    </message>
    <message>
        <source>I hear from you at once, and need not ask.</source>
        <translation>我马上就能收到消息，不用去问。</translation>
    </message>
</context>
<context>
    <name>EngineText</name>
    <message>
        <source>All three techniques at once for 15 s, four messages a second: a first answer within 20 s.</source>
        <translation>三种技术同时测 15 秒，每秒四条消息：20 秒内得到初步结论。</translation>
    </message>
    <message>
        <source>A quiet class: 30 clients and a message every 10 s.</source>
        <translation>安静的课堂：30 个客户端，每 10 秒一条消息。</translation>
    </message>
    <message>
        <source>A busy class: 30 clients and four messages a second, eight for each poll.</source>
        <translation>热闹的课堂：30 个客户端，每秒四条消息，每次轮询约八条。</translation>
    </message>
    <message>
        <source>Phones on a slow network: four messages a second, 150 ms each way.</source>
        <translation>慢速网络上的手机：每秒四条消息，单程 150 毫秒。</translation>
    </message>
    <message>
        <source>The tutorials&apos; chat: poll every 2 s, hold 10 s, and their queue of one message beside it.</source>
        <translation>教程里的聊天：每 2 秒轮询一次，保持 10 秒，并与教程的单消息队列对照。</translation>
    </message>
    <message>
        <source>1,000 clients, by polling every second or by WebSocket, 50 ms each way: what headers cost.</source>
        <translation>1,000 个客户端，每秒轮询一次或用 WebSocket，单程 50 毫秒：看头部的开销。</translation>
    </message>
    <message>
        <source>Long polling alone, 150 ms each way: how many transits a message takes.</source>
        <translation>只用长轮询，单程 150 毫秒：看一条消息需要几次单程传输。</translation>
    </message>
    <message>
        <source>One client and five updates, one a second: how many requests and bytes each technique takes.</source>
        <translation>一个客户端，五次更新，每秒一次：看每种技术用多少请求和字节。</translation>
    </message>
    <message>
        <source>Open data of 5.2 kB every 5 s, by polling twice a second or by WebSocket.</source>
        <translation>开放数据每 5 秒 5.2 kB，每秒轮询两次或用 WebSocket。</translation>
    </message>
    <message>
        <source>A chat of 1,000 clients with 92 messages a second, by long polling alone: what a host bears.</source>
        <translation>1,000 个客户端的聊天，每秒 92 条消息，只用长轮询：看主机能承受多少。</translation>
    </message>
    <message>
        <source>A quantum leap in scalability (%1).</source>
        <translation>可扩展性的飞跃（%1）。</translation>
    </message>
    <message>
        <source>Long polling on a network that is far from fast (%1).</source>
        <translation>在很慢的网络上长轮询（%1）。</translation>
    </message>
    <message>
        <source>Five updates, one a second (%1).</source>
        <translation>五次更新，每秒一次（%1）。</translation>
    </message>
    <message>
        <source>Live open data: 5.2 kB every 5 s (%1).</source>
        <translation>实时开放数据：每 5 秒 5.2 kB（%1）。</translation>
    </message>
    <message>
        <source>The chat benchmark of CometD (%1).</source>
        <translation>CometD 的聊天基准测试（%1）。</translation>
    </message>
    <message>
        <source>Long polling batches: fewer requests than messages, three transits at the worst.</source>
        <translation>长轮询会成批送达：请求少于消息，最坏需要三次单程传输。</translation>
    </message>
    <message>
        <source>The tutorials say of polling &quot;delay up to 5 s, too many requests&quot;, of long polling &quot;hardly any delay, far fewer requests&quot;, of WebSocket &quot;both sides send at any time&quot;; they also poll every 1 s or 5 s and hold for 30 s.</source>
        <translation>教程对短轮询的说法是“延迟最多 5 秒，请求太多”，对长轮询是“几乎没有延迟，请求少得多”，对 WebSocket 是“双方随时都能发送”；它们也用每 1 秒或 5 秒轮询一次、保持 30 秒的设置。</translation>
    </message>
    <message>
        <source>Arithmetic only: headers without messages, TCP and IP. With 40 bytes of TCP/IP a segment and messages of 100 bytes the ratio is about 7 : 1, not 435 : 1.</source>
        <translation>只是算术：仅计头部，不含消息、TCP 和 IP。若每个报文段加 40 字节 TCP/IP、消息 100 字节，比例约为 7 : 1，而不是 435 : 1。</translation>
    </message>
    <message>
        <source>The RFC gives multiples of a transit, not times: 150 ms is PushLab&apos;s choice. Under load messages come in batches.</source>
        <translation>RFC 给出的是单程传输的倍数，而不是时间：150 毫秒由 PushLab 选定。负载高时消息会成批到达。</translation>
    </message>
    <message>
        <source>HTTP/1.1; the page is included, WebSocket&apos;s frames are not.</source>
        <translation>HTTP/1.1；计入了页面，没有计入 WebSocket 的帧。</translation>
    </message>
    <message>
        <source>100 to 25,000 clients on one thread. Its rule: a host must bear users / acceptable delay requests a second.</source>
        <translation>单线程上 100 到 25,000 个客户端。它的经验法则：主机每秒须承受的请求数 = 用户数 ÷ 可接受的延迟。</translation>
    </message>
    <message>
        <source>Each client is in 10 of 100 rooms. The turn-around is not published; it follows from the answers a second.</source>
        <translation>每个客户端在 100 个房间中的 10 个里。周转时间没有公布，由每秒应答数推得。</translation>
    </message>
    <message>
        <source>Scaled: %1 clients here, up to %2 there.</source>
        <translation>已缩放：这里 %1 个客户端，原文最多 %2 个。</translation>
    </message>
    <message>
        <source>Scaled: one room here, where each client receives %1 messages a second, instead of %2 rooms of which each client is in %3.</source>
        <translation>已缩放：这里只有一个房间，每个客户端每秒收到 %1 条消息；原文有 %2 个房间，每个客户端在其中 %3 个里。</translation>
    </message>
    <message>
        <source>Their poll&apos;s timer runs on; here the next poll is counted from the answer, one round trip later.</source>
        <translation>他们的轮询定时器一直走；这里下一次轮询从收到应答算起，晚一个往返。</translation>
    </message>
    <message>
        <source>There is no host called &quot;%1&quot;.</source>
        <translation>没有名为“%1”的主机。</translation>
    </message>
    <message>
        <source>The host at %1 does not answer.</source>
        <translation>%1 上的主机没有应答。</translation>
    </message>
    <message>
        <source>Only %1 of %2 clients could connect within 30 s.</source>
        <translation>30 秒内 %2 个客户端中只有 %1 个连接成功。</translation>
    </message>
    <message>
        <source>Only %1 of %2 clients could connect.</source>
        <translation>%2 个客户端中只有 %1 个连接成功。</translation>
    </message>
    <message>
        <source>cannot listen on %1 port %2: %3</source>
        <translation>无法在 %1 的端口 %2 上监听：%3</translation>
    </message>
    <message>
        <source>The bound address is already in use</source>
        <translation>该地址和端口已被占用</translation>
    </message>
    <message>
        <source>The address is not available</source>
        <translation>本机没有这个地址</translation>
    </message>
    <message>
        <source>The address is protected</source>
        <translation>没有权限使用该地址和端口</translation>
    </message>
</context>
<context>
    <name>Figures</name>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 B</source>
        <translation>%1 B</translation>
    </message>
    <message>
        <source>%1 KB</source>
        <translation>%1 KB</translation>
    </message>
    <message>
        <source>%1 MB</source>
        <translation>%1 MB</translation>
    </message>
    <message>
        <source>%1 GB</source>
        <translation>%1 GB</translation>
    </message>
</context>
<context>
    <name>MessageRow</name>
    <message>
        <source>being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>not sent</source>
        <translation>未发送</translation>
    </message>
    <message>
        <source>The room began anew. Messages may be missing here.</source>
        <translation>房间已重新开始，此处可能缺少消息。</translation>
    </message>
    <message>
        <source>Messages are missing here: the host no longer keeps them.</source>
        <translation>此处缺少消息：主机已不再保存。</translation>
    </message>
    <message>
        <source>Missing here: %1. The host no longer keeps these messages.</source>
        <translation>此处缺少 %1 条消息：主机已不再保存。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名）</translation>
    </message>
    <message>
        <source>Came by: %1</source>
        <translation>接收方式：%1</translation>
    </message>
    <message>
        <source>Sent by: %1</source>
        <translation>发送方式：%1</translation>
    </message>
    <message>
        <source>Delay: %1</source>
        <translation>延迟：%1</translation>
    </message>
    <message>
        <source>Bytes of text: %1</source>
        <translation>文本字节数：%1</translation>
    </message>
    <message>
        <source>Number: %1</source>
        <translation>序号：%1</translation>
    </message>
    <message>
        <source>Not sent: %1</source>
        <translation>未发送：%1</translation>
    </message>
</context>
<context>
    <name>Network</name>
    <message>
        <source>%1 ms each way</source>
        <translation>单程 %1 毫秒</translation>
    </message>
    <message>
        <source>± %1 ms</source>
        <translation>± %1 毫秒</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 千比特/秒</translation>
    </message>
    <message>
        <source>Slow network: %1</source>
        <translation>慢速网络：%1</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>nobody reads from it</source>
        <translation>没有程序在读取它</translation>
    </message>
</context>
<context>
    <name>RelativeTimeTicker</name>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>−%1 s</source>
        <translation>−%1 秒</translation>
    </message>
</context>
<context>
    <name>ResultColumns</name>
    <message>
        <source>theory</source>
        <translation>理论值</translation>
    </message>
    <message>
        <source>off by</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Delivered / sent</source>
        <translation>送达／发送</translation>
    </message>
    <message>
        <source>Lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>Repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Requests/min
per client</source>
        <translation>每客户端
请求/分钟</translation>
    </message>
    <message>
        <source>Empty answers</source>
        <translation>空应答</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Bytes per
message</source>
        <translation>每条消息
字节数</translation>
    </message>
    <message>
        <source>of these
payload</source>
        <translation>其中
有效载荷</translation>
    </message>
    <message>
        <source>HTTP or frame
headers</source>
        <translation>HTTP 或
帧首部</translation>
    </message>
    <message>
        <source>besides: TCP/IP
(estimate)</source>
        <translation>另加 TCP/IP
（估计）</translation>
    </message>
    <message>
        <source>Bytes/min
per client</source>
        <translation>每客户端
字节/分钟</translation>
    </message>
    <message>
        <source>Bytes up</source>
        <translation>上行字节</translation>
    </message>
    <message>
        <source>Bytes down</source>
        <translation>下行字节</translation>
    </message>
    <message>
        <source>Times the
least bytes</source>
        <translation>字节数
与最少者之比</translation>
    </message>
    <message>
        <source>Mean delay</source>
        <translation>平均延迟</translation>
    </message>
    <message>
        <source>Longest delay</source>
        <translation>最大延迟</translation>
    </message>
    <message>
        <source>Times the
least delay</source>
        <translation>延迟
与最小者之比</translation>
    </message>
    <message>
        <source>Host’s CPU
per message</source>
        <translation>每条消息的
主机 CPU</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
    </message>
</context>
<context>
    <name>RunStore</name>
    <message>
        <source>the folder cannot be made</source>
        <translation>无法创建文件夹</translation>
    </message>
</context>
<context>
    <name>RunText</name>
    <message>
        <source>connecting</source>
        <translation>正在连接</translation>
    </message>
    <message>
        <source>warming up</source>
        <translation>正在预热</translation>
    </message>
    <message>
        <source>measuring</source>
        <translation>正在测量</translation>
    </message>
    <message>
        <source>waiting for the last messages</source>
        <translation>等待最后的消息</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: fewer than 30 messages were received.</source>
        <translation>无法判断%1和%2谁更快：收到的消息不足 30 条。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: they did not have the same rate of messages.</source>
        <translation>无法判断%1和%2谁更快：两者的消息速率不同。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: the clocks’ uncertainty (± %3) exceeds the difference.</source>
        <translation>无法判断%1和%2谁更快：时钟误差（± %3）大于两者之差。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: the difference is within chance.</source>
        <translation>无法判断%1和%2谁更快：差别在偶然范围之内。</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <comment>technique, delay</comment>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>%1 was fastest: a message took %2 on average; %3.</source>
        <translation>%1最快：每条消息平均用时 %2；%3。</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 took %2 for each delivered message, %3 took %4: %5 times as many.</source>
        <translation>每送达一条消息，%1用 %2，%3用 %4，是前者的 %5 倍。</translation>
    </message>
    <message>
        <source>No message was lost or repeated.</source>
        <translation>没有消息丢失或重复。</translation>
    </message>
    <message>
        <source>Lost messages: %1; repeated ones: %2.</source>
        <translation>丢失消息：%1；重复消息：%2。</translation>
    </message>
    <message>
        <source>%1, %2 of %3: %4 · %5 gone, %6 left</source>
        <translation>%1，第 %2 次，共 %3 次：%4 · 已用 %5，剩余 %6</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>没有测得任何数据。</translation>
    </message>
    <message>
        <source>The run was interrupted; this is what was measured until then.</source>
        <translation>测量被中断；以下是中断前测得的结果。</translation>
    </message>
    <message>
        <source>The virtual clients were the bottleneck: their thread was busy for %1 % of the time. Delays and rates are not the host’s.</source>
        <translation>虚拟客户端成了瓶颈：其线程有 %1 % 的时间在忙。延迟和速率不代表主机。</translation>
    </message>
    <message>
        <source>The host’s clock is known to ± %1.</source>
        <translation>主机时钟的误差为 ± %1。</translation>
    </message>
    <message>
        <source>%1: requests or connections that failed and were tried again: %2.</source>
        <translation>%1：失败后重试的请求或连接：%2。</translation>
    </message>
    <message>
        <source>%1 clients each</source>
        <translation>每种 %1 个客户端</translation>
    </message>
    <message>
        <source>%1 messages/s of %2 at equal distances</source>
        <translation>等间隔每秒 %1 条消息，每条 %2</translation>
    </message>
    <message>
        <source>%1 messages/s of %2 at random</source>
        <translation>随机每秒 %1 条消息，每条 %2</translation>
    </message>
    <message>
        <source>a poll every %1 s, hold %2 s</source>
        <translation>每 %1 秒轮询一次，保持 %2 秒</translation>
    </message>
    <message>
        <source>%1 s after %2 s of warm-up, %3 times</source>
        <translation>预热 %2 秒后测 %1 秒，共 %3 次</translation>
    </message>
    <message>
        <source>all at once</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>one after another</source>
        <translation>依次进行</translation>
    </message>
    <message>
        <source>a connection for every request</source>
        <translation>每个请求新建连接</translation>
    </message>
    <message>
        <source>%1 ± %2 ms added each way</source>
        <translation>单程增加 %1 ± %2 毫秒</translation>
    </message>
    <message>
        <source>%1 kbit/s</source>
        <translation>%1 kbit/s</translation>
    </message>
    <message>
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
</context>
<context>
    <name>Technique</name>
    <message>
        <source>Short polling</source>
        <translation>短轮询</translation>
    </message>
    <message>
        <source>Long polling</source>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>Short</source>
        <comment>short polling, on a button</comment>
        <translation>短轮询</translation>
    </message>
    <message>
        <source>Long</source>
        <comment>long polling, on a button</comment>
        <translation>长轮询</translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message>
        <source>Payload: %1</source>
        <translation>有效载荷：%1</translation>
    </message>
    <message>
        <source>HTTP or frame header: %1</source>
        <translation>HTTP 头或帧头：%1</translation>
    </message>
    <message>
        <source>Handshake: %1</source>
        <translation>握手：%1</translation>
    </message>
    <message>
        <source>TCP-IP, not included (estimate): %1</source>
        <translation>TCP-IP（未计入，估计值）：%1</translation>
    </message>
    <message>
        <source>History, not counted as delivered: %1 messages, %2</source>
        <translation>历史消息（不计入送达）：%1 条，%2</translation>
    </message>
    <message>
        <source>%1 up, %2 down</source>
        <translation>上行 %1，下行 %2</translation>
    </message>
    <message>
        <source>Since the member came in:</source>
        <translation>自该成员进入以来：</translation>
    </message>
</context>
<context>
    <name>Variant</name>
    <message>
        <source>Tutorial’s queues</source>
        <translation>教程队列</translation>
    </message>
</context>
<context>
    <name>pushlab::app::BytesChart</name>
    <message>
        <source>payload</source>
        <translation>有效载荷</translation>
    </message>
    <message>
        <source>HTTP or frame headers</source>
        <translation>HTTP 或帧首部</translation>
    </message>
    <message>
        <source>TCP/IP (estimate)</source>
        <translation>TCP/IP（估计）</translation>
    </message>
    <message>
        <source>Bytes of a delivered message</source>
        <translation>每条送达消息的字节数</translation>
    </message>
</context>
<context>
    <name>pushlab::app::CertificateQuestion</name>
    <message>
        <source>Unknown certificate</source>
        <translation>未知的证书</translation>
    </message>
    <message>
        <source>%1 shows another certificate than the one that you have trusted.</source>
        <translation>%1 出示的证书与你曾信任的证书不同。</translation>
    </message>
    <message>
        <source>%1 shows a certificate that no authority vouches for.</source>
        <translation>%1 出示的证书没有任何机构担保。</translation>
    </message>
    <message>
        <source>It cannot be checked, so the class cannot be joined.</source>
        <translation>无法核对它，因此不能加入课堂。</translation>
    </message>
    <message>
        <source>Compare its SHA-256 fingerprint with the one that the teacher&apos;s window shows. Trust it only if they are the same.</source>
        <translation>请将它的 SHA-256 指纹与教师窗口显示的指纹对照，完全一致时才可信任。</translation>
    </message>
    <message>
        <source>Trust and join</source>
        <translation>信任并加入</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ClassArchive</name>
    <message>
        <source>Start the class afresh, without its messages?</source>
        <translation>清空消息，重新开始课堂？</translation>
    </message>
    <message>
        <source>They are not kept anywhere.</source>
        <translation>这些消息没有保存在任何地方。</translation>
    </message>
    <message>
        <source>They are moved to %1, in place of what is there.</source>
        <translation>现有消息将移到 %1，并替换那里原有的文件。</translation>
    </message>
    <message>
        <source>Start afresh</source>
        <translation>重新开始</translation>
    </message>
    <message>
        <source>The file %1 is in use by another host.</source>
        <translation>文件 %1 正被另一个主机使用。</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved.</source>
        <translation>无法移动文件 %1。</translation>
    </message>
    <message>
        <source>Export messages</source>
        <translation>导出消息</translation>
    </message>
    <message>
        <source>Messages, one a line (*.jsonl)</source>
        <translation>消息，每行一条 (*.jsonl)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Import messages</source>
        <translation>导入消息</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>Nothing was imported: %1, line %2: %3</source>
        <translation>未导入任何内容：%1 第 %2 行：%3</translation>
    </message>
    <message>
        <source>Start the class again with the messages of %1?</source>
        <translation>用 %1 中的消息重新开始课堂？</translation>
    </message>
    <message>
        <source>Messages in it: %1. The present ones are moved to %2, in place of what is there.</source>
        <translation>其中有 %1 条消息。现有消息将移到 %2，并替换那里原有的文件。</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Nothing was imported: %1</source>
        <translation>未导入任何内容：%1</translation>
    </message>
    <message>
        <source>Export messages…</source>
        <translation>导出消息…</translation>
    </message>
    <message>
        <source>Import messages…</source>
        <translation>导入消息…</translation>
    </message>
    <message>
        <source>Start afresh…</source>
        <translation>重新开始…</translation>
    </message>
    <message>
        <source>Members who are disconnected and have to come back: %1</source>
        <translation>将被断开、需要重新进入的成员：%1</translation>
    </message>
    <message>
        <source>The comparison of this class is not finished: what it has measured is lost.</source>
        <translation>对本课堂的比较尚未完成：已测得的数据将会丢失。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ClassQuestions</name>
    <message>
        <source>Members who are cut off: %1</source>
        <translation>将被断开的成员：%1</translation>
    </message>
    <message>
        <source>Messages that are in memory only, and are lost: %1</source>
        <translation>仅保存在内存中、将会丢失的消息：%1</translation>
    </message>
    <message>
        <source>The comparison is not finished: what it has measured is lost.</source>
        <translation>比较尚未完成：已测得的数据将会丢失。</translation>
    </message>
    <message>
        <source>End the comparison?</source>
        <translation>结束比较？</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束比较</translation>
    </message>
    <message>
        <source>End the class?</source>
        <translation>结束课堂？</translation>
    </message>
    <message>
        <source>End the class</source>
        <translation>结束课堂</translation>
    </message>
    <message>
        <source>Ban everybody at %1?</source>
        <translation>封禁地址 %1 的所有人？</translation>
    </message>
    <message>
        <source>Ban %1?</source>
        <translation>封禁%1？</translation>
    </message>
    <message>
        <source>Send %1 out?</source>
        <translation>请出%1？</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>请出</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ClientWindow</name>
    <message>
        <source>%1 — PushLab</source>
        <translation>%1 — PushLab</translation>
    </message>
    <message>
        <source>Room: %1</source>
        <translation>房间：%1</translation>
    </message>
    <message>
        <source>%1 as %2</source>
        <translation>%1，名字：%2</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>正在发生什么</translation>
    </message>
    <message>
        <source>The host pretends it in this room: what is measured includes it.</source>
        <translation>主机在本房间模拟它：测得的数值包含其影响。</translation>
    </message>
    <message>
        <source>Leave the chat?</source>
        <translation>离开聊天？</translation>
    </message>
    <message>
        <source>Messages that were not sent, and are lost: %1</source>
        <translation>尚未发出、将会丢失的消息：%1</translation>
    </message>
    <message>
        <source>Leave</source>
        <translation>离开</translation>
    </message>
    <message>
        <source>Leave this class, for another one</source>
        <translation>离开这个课堂，去另一个</translation>
    </message>
    <message>
        <source>Not joined, because the certificate of %1 was not trusted.</source>
        <translation>未加入：%1 的证书未被信任。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::CompareCard</name>
    <message>
        <source>Compare techniques</source>
        <translation>比较各种技术</translation>
    </message>
    <message>
        <source>Loads a host of its own with virtual clients, and shows what each technique costs beside what theory expects.</source>
        <translation>用虚拟客户端给一台专用主机加载，并把每种技术的代价与理论预期并列显示。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ComparePage</name>
    <message>
        <source>Starting</source>
        <translation>正在启动</translation>
    </message>
    <message>
        <source>now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>The run was ended before anything was measured.</source>
        <translation>测量在得到数据之前就结束了。</translation>
    </message>
    <message>
        <source>The run failed: %1</source>
        <translation>测量失败：%1</translation>
    </message>
    <message>
        <source>Stop run</source>
        <translation>停止测量</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
</context>
<context>
    <name>pushlab::app::CompareWindow</name>
    <message>
        <source>Compare techniques — PushLab</source>
        <translation>比较各种技术 — PushLab</translation>
    </message>
    <message>
        <source>End the comparison?</source>
        <translation>结束比较？</translation>
    </message>
    <message>
        <source>It is not finished: what it has measured is lost.</source>
        <translation>比较尚未完成：已测得的数据将会丢失。</translation>
    </message>
    <message>
        <source>End the comparison</source>
        <translation>结束比较</translation>
    </message>
</context>
<context>
    <name>pushlab::app::DelayChart</name>
    <message>
        <source>Messages received within a delay</source>
        <translation>在某延迟内收到的消息</translation>
    </message>
    <message>
        <source>– –  theory</source>
        <translation>– –  理论值</translation>
    </message>
</context>
<context>
    <name>pushlab::app::DemoCard</name>
    <message>
        <source>Try the demo</source>
        <translation>试看演示</translation>
    </message>
    <message>
        <source>Opens a class on this computer alone, with three members who talk by one technique each. You see at once what each of them costs.</source>
        <translation>在本机打开一个课堂，别人无法进入。三位成员各用一种技术聊天，你马上就能看到每种技术的开销。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::FiguresBar</name>
    <message>
        <source>Figures of the last %1 s</source>
        <translation>最近 %1 秒的数据</translation>
    </message>
    <message>
        <source>The last</source>
        <translation>最近</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>Stop the curves where they are</source>
        <translation>让曲线停在此刻</translation>
    </message>
    <message>
        <source>Reset figures</source>
        <translation>重新计数</translation>
    </message>
    <message>
        <source>Cards, curves and the counts of each member are of this window of time</source>
        <translation>卡片、曲线和各成员的计数都显示这段时间内的数据</translation>
    </message>
    <message>
        <source>Let the cards and the members’ counts begin anew, now. Nobody is disconnected; /api/stats goes on counting since the start.</source>
        <translation>卡片和各成员的计数从现在起重新开始。不会断开任何人；/api/stats 仍从启动时起累计。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ForecastView</name>
    <message>
        <source>Expected; takes about %1</source>
        <translation>预期结果；约需 %1</translation>
    </message>
    <message>
        <source>requests
/min</source>
        <translation>请求
/分钟</translation>
    </message>
    <message>
        <source>empty</source>
        <translation>空应答</translation>
    </message>
    <message>
        <source>bytes
/message</source>
        <translation>字节
/消息</translation>
    </message>
    <message>
        <source>mean
delay</source>
        <translation>平均
延迟</translation>
    </message>
</context>
<context>
    <name>pushlab::app::FoundHostsView</name>
    <message>
        <source>Found on this network</source>
        <translation>在本网络中找到</translation>
    </message>
    <message>
        <source>No class found on this network yet.</source>
        <translation>本网络中还没有找到课堂。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HelpCard</name>
    <message>
        <source>Nobody from another machine yet?</source>
        <translation>还没有人从其他电脑加入？</translation>
    </message>
    <message>
        <source>A firewall may keep them out. To let them in:</source>
        <translation>可能被防火墙挡住了。放行的命令：</translation>
    </message>
    <message>
        <source>Firewall command</source>
        <translation>防火墙命令</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Copy the firewall command</source>
        <translation>复制防火墙命令</translation>
    </message>
    <message>
        <source>Is everybody in the same network? A VPN sends them elsewhere: switch it off. Many guest networks keep their devices apart: use another network or a phone&apos;s hotspot.</source>
        <translation>大家都在同一个网络里吗？VPN 会改变路线，请先关闭。许多访客网络会把设备彼此隔离，请换一个网络或用手机热点。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostChoice</name>
    <message>
        <source>Its own, in the background</source>
        <translation>专用主机（后台运行）</translation>
    </message>
    <message>
        <source>The class’s</source>
        <translation>本课堂的主机</translation>
    </message>
    <message>
        <source>Another one</source>
        <translation>另一台主机</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Address of the host</source>
        <translation>主机地址</translation>
    </message>
    <message>
        <source>Caution: everybody in the class shares the host with the virtual clients. The chat will be slow, and the figures include the class.</source>
        <translation>注意：全班同学与虚拟客户端共用这台主机。聊天会变慢，测得的数字也包含课堂流量。</translation>
    </message>
    <message>
        <source>Caution: whoever uses that host will notice. Measure only what is yours.</source>
        <translation>注意：使用那台主机的人都会受到影响。请只测量您自己的主机。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostForm</name>
    <message>
        <source>A room&apos;s name has 1 to 64 characters and no slash.</source>
        <translation>房间名为 1 到 64 个字符，不能含斜杠。</translation>
    </message>
    <message>
        <source>Host a class</source>
        <translation>开设课堂</translation>
    </message>
    <message>
        <source>Opens a chat on this computer. The class joins with a browser or with PushLab, and you see what every technique costs.</source>
        <translation>在这台电脑上开一个聊天室。学生用浏览器或 PushLab 加入，你能看到每种技术的开销。</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>Encrypt (https)</source>
        <translation>加密 (https)</translation>
    </message>
    <message>
        <source>With a certificate of this computer&apos;s own: browsers warn of it once, and its fingerprint is shown for comparison.</source>
        <translation>使用本机自己的证书：浏览器会警告一次，证书指纹会显示出来供核对。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostStatus</name>
    <message>
        <source>Up: %1</source>
        <translation>已运行：%1</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Slow network: %1</source>
        <translation>慢速网络：%1</translation>
    </message>
    <message>
        <source>The network conditioner is on: what is measured includes it.</source>
        <translation>网络调节已开启：测得的数值包含其影响。</translation>
    </message>
    <message>
        <source>Connections: %1</source>
        <translation>连接：%1</translation>
    </message>
    <message>
        <source>Requests/s: %1</source>
        <translation>请求/秒：%1</translation>
    </message>
    <message>
        <source>KB/s: %1</source>
        <translation>KB/秒：%1</translation>
    </message>
    <message>
        <source>in %1: %2</source>
        <extracomment>a room and its slow network</extracomment>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostStrips</name>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Bytes per second</source>
        <translation>每秒字节数</translation>
    </message>
    <message>
        <source>Delay: median of what members report</source>
        <translation>延迟：成员所报告的中位数</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostToolBar</name>
    <message>
        <source>students choose</source>
        <translation>学生自选</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>停止</translation>
    </message>
    <message>
        <source>Start</source>
        <translation>开始</translation>
    </message>
    <message>
        <source>End the class: everybody is disconnected</source>
        <translation>结束课堂：所有人都会断开</translation>
    </message>
    <message>
        <source>Open the class</source>
        <translation>开始课堂</translation>
    </message>
    <message>
        <source>The room can be changed while the class is stopped</source>
        <translation>课堂停止后才能更改房间</translation>
    </message>
    <message>
        <source>Controls</source>
        <translation>控制栏</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Poll every</source>
        <translation>轮询间隔</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持</translation>
    </message>
    <message>
        <source> s</source>
        <extracomment>seconds, after a number</extracomment>
        <translation> 秒</translation>
    </message>
    <message>
        <source>Class technique</source>
        <translation>课堂技术</translation>
    </message>
    <message>
        <source>The technique that everybody uses</source>
        <translation>全班使用的技术</translation>
    </message>
    <message>
        <source>Poll interval in seconds</source>
        <translation>轮询间隔（秒）</translation>
    </message>
    <message>
        <source>How long a short polling client waits before it asks again</source>
        <translation>短轮询客户端再次询问前等待多久</translation>
    </message>
    <message>
        <source>Hold time in seconds</source>
        <translation>保持时间（秒）</translation>
    </message>
    <message>
        <source>How long a long poll is held open while there is nothing new</source>
        <translation>没有新消息时，长轮询请求保持打开多久</translation>
    </message>
    <message>
        <source>Network …</source>
        <translation>网络…</translation>
    </message>
    <message>
        <source>Pretend a slow network: delay, jitter, rate</source>
        <translation>模拟慢速网络：延迟、抖动、速率</translation>
    </message>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Export or import the messages, or start without them</source>
        <translation>导出或导入消息，或清空后重新开始</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Let nobody new into the class, whatever the room; who is in stays</source>
        <translation>课堂的任何房间都不再接纳新成员，已在里面的人不受影响</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostWindow</name>
    <message>
        <source>The PIN could not be kept for the next time.</source>
        <translation>无法为下次保存 PIN。</translation>
    </message>
    <message>
        <source>A room&apos;s name has 1 to 64 characters and no slash.</source>
        <translation>房间名为 1 到 64 个字符，不能含斜杠。</translation>
    </message>
    <message>
        <source>The class could not be opened: %1</source>
        <translation>无法开始课堂：%1</translation>
    </message>
    <message>
        <source>Members: %1</source>
        <translation>成员：%1</translation>
    </message>
    <message>
        <source>%1 — PushLab host</source>
        <translation>%1 — PushLab 主机</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>The class is in memory only and ends with this host: %1</source>
        <translation>课堂只保存在内存中，主机停止后即丢失：%1</translation>
    </message>
</context>
<context>
    <name>pushlab::app::JoinForm</name>
    <message>
        <source>Type the address that the teacher shows, such as 192.168.1.20:8000.</source>
        <translation>请输入老师给出的地址，例如 192.168.1.20:8000。</translation>
    </message>
    <message>
        <source>This is no address of a host. It looks like 192.168.1.20:8000.</source>
        <translation>这不是主机地址。地址的样子如 192.168.1.20:8000。</translation>
    </message>
    <message>
        <source>A room&apos;s name has 1 to 64 characters and no slash.</source>
        <translation>房间名为 1 到 64 个字符，不能含斜杠。</translation>
    </message>
    <message>
        <source>Join a class</source>
        <translation>加入课堂</translation>
    </message>
    <message>
        <source>Enters a class that somebody else hosts. Its address is on the teacher&apos;s screen.</source>
        <translation>进入别人开设的课堂，地址见老师的屏幕。</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>such as 192.168.1.20:8000</source>
        <translation>例如 192.168.1.20:8000</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Your name</source>
        <translation>你的名字</translation>
    </message>
    <message>
        <source>Joined before</source>
        <translation>曾加入过</translation>
    </message>
    <message>
        <source>Join the class</source>
        <translation>加入课堂</translation>
    </message>
    <message>
        <source>A PIN has 4 to 12 digits.</source>
        <translation>PIN 码为 4 到 12 位数字。</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>if the class has one</source>
        <translation>课堂设有时填写</translation>
    </message>
    <message>
        <source>Looking for %1 …</source>
        <translation>正在寻找 %1 …</translation>
    </message>
    <message>
        <source>Type the name under which the class shall see you.</source>
        <translation>请输入课堂里显示的名字。</translation>
    </message>
    <message>
        <source>No class answers at %1: %2</source>
        <translation>%1 处没有课堂应答：%2</translation>
    </message>
    <message>
        <source>There is something at %1, but it is no PushLab host.</source>
        <translation>%1 有应答，但它不是 PushLab 主机。</translation>
    </message>
    <message>
        <source>This class is encrypted: put https:// before its address.</source>
        <translation>这个课堂是加密的：请在地址前加上 https://。</translation>
    </message>
    <message>
        <source>Not joined, because the certificate of %1 was not trusted.</source>
        <translation>未加入：%1 的证书未被信任。</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>pushlab::app::JoinPanel</name>
    <message>
        <source>Joined: %1</source>
        <translation>已加入：%1</translation>
    </message>
    <message>
        <source>1 is in another room</source>
        <translation>1 人在其他房间</translation>
    </message>
    <message>
        <source>%1 are in another room</source>
        <translation>%1 人在其他房间</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>%1 的二维码</translation>
    </message>
    <message>
        <source>Not running</source>
        <translation>未运行</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Reached over</source>
        <translation>所用网络</translation>
    </message>
    <message>
        <source>Interface</source>
        <translation>网络接口</translation>
    </message>
    <message>
        <source>Certificate&apos;s SHA-256 fingerprint:</source>
        <translation>证书的 SHA-256 指纹：</translation>
    </message>
    <message>
        <source>Only with a PIN</source>
        <translation>凭 PIN 码进入</translation>
    </message>
    <message>
        <source>Draws a PIN that everybody needs to come in; who is in already stays</source>
        <translation>生成一个 PIN，此后进入课堂都需要它；已在课堂里的人不受影响</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
</context>
<context>
    <name>pushlab::app::LanguageChooser</name>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
</context>
<context>
    <name>pushlab::app::MembersTableModel</name>
    <message>
        <source>(no name)</source>
        <translation>（无名）</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>等待中</translation>
    </message>
    <message>
        <source>connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>pausing</source>
        <extracomment>Between two polls: no request is open</extracomment>
        <translation>轮询间隔</translation>
    </message>
    <message>
        <source>Thousands of bytes both ways, headers included, TCP and IP not</source>
        <translation>双向千字节数，含头部，不含 TCP 和 IP</translation>
    </message>
    <message>
        <source>KB</source>
        <translation>KB</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>The shortest way to the host and back that the member has seen</source>
        <translation>该成员测得的与主机之间的最短往返时间</translation>
    </message>
    <message>
        <source>Messages that the host&apos;s log no longer had when the member came back</source>
        <translation>该成员回来时主机日志中已不再有的消息</translation>
    </message>
    <message>
        <source>By how much the member&apos;s clock may differ from what it believes, and so its delays</source>
        <translation>该成员的时钟估计可能有多大误差，其延迟也是如此</translation>
    </message>
    <message>
        <source>p95</source>
        <translation>p95</translation>
    </message>
    <message>
        <source>Round trip</source>
        <translation>往返</translation>
    </message>
    <message>
        <source>Missed</source>
        <translation>缺失</translation>
    </message>
    <message>
        <source>Clock ±</source>
        <translation>时钟 ±</translation>
    </message>
    <message>
        <source>(muted) %1</source>
        <translation>（已禁言）%1</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Within the window of time that is chosen above the cards</source>
        <translation>在卡片上方所选的时间段内</translation>
    </message>
    <message>
        <source>95 of 100 messages took at most this long, from acceptance to receipt, as the member reports it since it changed to its technique</source>
        <translation>100 条消息中有 95 条从主机接受到收到不超过此时间（由该成员自改用当前技术以来报告）</translation>
    </message>
</context>
<context>
    <name>pushlab::app::MembersView</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Nobody has joined yet</source>
        <translation>还没有人加入</translation>
    </message>
    <message>
        <source>As many as fit</source>
        <translation>按宽度自动显示</translation>
    </message>
    <message>
        <source>Lift all bans</source>
        <translation>解除所有封禁</translation>
    </message>
    <message>
        <source>Unmute</source>
        <translation>解除禁言</translation>
    </message>
    <message>
        <source>Mute</source>
        <translation>禁言</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>请出</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>Ban everybody at %1</source>
        <extracomment>%1 is an IP address</extracomment>
        <translation>封禁地址 %1 的所有人</translation>
    </message>
</context>
<context>
    <name>pushlab::app::NetworkDialog</name>
    <message>
        <source>Network conditions</source>
        <translation>网络状况</translation>
    </message>
    <message>
        <source>the room %1</source>
        <translation>房间 %1</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>所有房间</translation>
    </message>
    <message>
        <source>For</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>Delay, each way</source>
        <translation>单程延迟</translation>
    </message>
    <message>
        <source>Jitter, ±</source>
        <translation>抖动，±</translation>
    </message>
    <message>
        <source>Rate, each way</source>
        <translation>单向速率</translation>
    </message>
    <message>
        <source> ms</source>
        <extracomment>milliseconds, after a number</extracomment>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source> kbit/s</source>
        <translation> 千比特/秒</translation>
    </message>
    <message>
        <source>any</source>
        <extracomment>of a rate: no bound</extracomment>
        <translation>不限</translation>
    </message>
    <message>
        <source>Alike for all three techniques and both directions, at once. A room&apos;s own conditions stand in the place of those for all rooms, from a connection&apos;s first request for that room on.</source>
        <translation>对三种技术和两个方向一视同仁，立即生效。房间自己的设置代替所有房间的设置，从连接对该房间的第一个请求起生效。</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>pushlab::app::OverviewPage</name>
    <message>
        <source>Pages, files and measurements, held against no technique. Requests: %1 · %2</source>
        <translation>页面、文件和测量，不计入任何技术。请求：%1 · %2</translation>
    </message>
    <message>
        <source>Messages since the start: %1 · Rooms: %2</source>
        <translation>启动以来的消息：%1 · 房间：%2</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RequestsChart</name>
    <message>
        <source>Requests per second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ResultsView</name>
    <message>
        <source>What has been measured so far:</source>
        <translation>到目前为止测得的结果：</translation>
    </message>
    <message>
        <source>Choose at the left what is to be compared, and press Start. The dashed lines are what theory expects.</source>
        <translation>请在左侧选择要比较的内容，然后按“开始”。虚线是理论预期。</translation>
    </message>
    <message>
        <source>All columns</source>
        <translation>全部列</translation>
    </message>
    <message>
        <source>Results</source>
        <translation>结果</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RunExport</name>
    <message>
        <source>Report (HTML)…</source>
        <translation>报告 (HTML)…</translation>
    </message>
    <message>
        <source>Picture (PNG)…</source>
        <translation>图片 (PNG)…</translation>
    </message>
    <message>
        <source>Table (CSV)…</source>
        <translation>表格 (CSV)…</translation>
    </message>
    <message>
        <source>Markdown…</source>
        <translation>Markdown…</translation>
    </message>
    <message>
        <source>JSON…</source>
        <translation>JSON…</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Exchanges (HAR)…</source>
        <translation>交换记录 (HAR)…</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RunForm</name>
    <message>
        <source>Choose one technique at least.</source>
        <translation>请至少选择一种技术。</translation>
    </message>
    <message>
        <source>The host’s address should look like http://192.168.1.20:8000/.</source>
        <translation>主机地址应类似 http://192.168.1.20:8000/。</translation>
    </message>
    <message>
        <source>Preset</source>
        <translation>预设</translation>
    </message>
    <message>
        <source>Order</source>
        <translation>顺序</translation>
    </message>
    <message>
        <source>Clients of each</source>
        <translation>每种客户端数</translation>
    </message>
    <message>
        <source>Messages/s</source>
        <translation>消息/秒</translation>
    </message>
    <message>
        <source>They come</source>
        <translation>到达方式</translation>
    </message>
    <message>
        <source>Size of a text</source>
        <translation>文本大小</translation>
    </message>
    <message>
        <source>Poll interval</source>
        <translation>轮询间隔</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>保持时间</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>测量时长</translation>
    </message>
    <message>
        <source>Warm-up</source>
        <translation>预热</translation>
    </message>
    <message>
        <source>Repeats</source>
        <translation>重复次数</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Delay, one way</source>
        <translation>单程延迟</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>抖动</translation>
    </message>
    <message>
        <source>Bandwidth</source>
        <translation>带宽</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>随机种子</translation>
    </message>
    <message>
        <source> s</source>
        <comment>seconds, behind a number</comment>
        <translation> 秒</translation>
    </message>
    <message>
        <source> ms</source>
        <comment>milliseconds, behind a number</comment>
        <translation> 毫秒</translation>
    </message>
    <message>
        <source> bytes</source>
        <comment>behind a number</comment>
        <translation> 字节</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>A new one for every request</source>
        <translation>每个请求新建一个</translation>
    </message>
    <message>
        <source>drawn for each run</source>
        <translation>每次随机产生</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>One after another</source>
        <translation>依次进行</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>同时进行</translation>
    </message>
    <message>
        <source>At random (Poisson)</source>
        <translation>随机（泊松）</translation>
    </message>
    <message>
        <source>At equal distances</source>
        <translation>等间隔</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RunListModel</name>
    <message>
        <source>Run %1</source>
        <translation>测量 %1</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RunsPanel</name>
    <message>
        <source>Runs in %1 that cannot be read are left out: %2</source>
        <translation>%1 中无法读取的测量未列出：%2</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>、</translation>
    </message>
    <message>
        <source>The run cannot be kept in %1 (%2). Save it to a file of your own.</source>
        <translation>无法把本次测量保存在 %1 中（%2）。请自行保存到文件。</translation>
    </message>
    <message>
        <source>The name cannot be kept in %1 (%2).</source>
        <translation>无法把名称保存在 %1 中（%2）。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1 holds no run of PushLab, or one of a later version. Open a file that Save has written.</source>
        <translation>%1 不是 PushLab 的测量文件，或来自更新的版本。请打开用“保存”写出的文件。</translation>
    </message>
    <message>
        <source>Open runs</source>
        <translation>打开测量</translation>
    </message>
    <message>
        <source>Runs (*.json)</source>
        <translation>测量 (*.json)</translation>
    </message>
    <message>
        <source>Runs</source>
        <translation>测量</translation>
    </message>
    <message>
        <source>A tick lays a run over the one that is chosen. F2 changes its name.</source>
        <translation>打勾可把某次测量叠加到当前测量上。按 F2 可改名。</translation>
    </message>
    <message>
        <source>Open…</source>
        <translation>打开…</translation>
    </message>
    <message>
        <source>Save…</source>
        <translation>保存…</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>It is kept nowhere else.</source>
        <translation>它没有保存在别处。</translation>
    </message>
    <message>
        <source>Its file in %1 is removed, too.</source>
        <translation>它在 %1 中的文件也会被删除。</translation>
    </message>
    <message>
        <source>Remove the run %1?</source>
        <translation>移除测量“%1”？</translation>
    </message>
</context>
<context>
    <name>pushlab::app::StartWindow</name>
    <message>
        <source>See what short polling, long polling and WebSocket cost</source>
        <translation>看清短轮询、长轮询和 WebSocket 各自的开销</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TeacherChat</name>
    <message>
        <source>Teacher</source>
        <translation>老师</translation>
    </message>
    <message>
        <source>The chat opens with the class.</source>
        <translation>课堂开始后即可聊天。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TeacherPage</name>
    <message>
        <source>No browser could be started.</source>
        <translation>无法打开浏览器。</translation>
    </message>
    <message>
        <source>Teacher&apos;s page on a phone</source>
        <translation>在手机上打开教师页面</translation>
    </message>
    <message>
        <source>Whoever has this code leads the class: it carries the teacher&apos;s key. Scan it with your own phone, and show it to nobody, also not on a projector.</source>
        <translation>谁拿到这个二维码，谁就能主持课堂：其中含有教师密钥。请只用自己的手机扫描，不要给任何人看，也不要投影。</translation>
    </message>
    <message>
        <source>QR code of the teacher&apos;s page</source>
        <translation>教师页面的二维码</translation>
    </message>
    <message>
        <source>This class is open on this computer alone: a phone does not reach it.</source>
        <translation>这个课堂只在本机开放，手机无法访问。</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>复制地址</translation>
    </message>
    <message>
        <source>Teacher&apos;s page</source>
        <translation>教师页面</translation>
    </message>
    <message>
        <source>Lead the class from a browser: for the teacher alone</source>
        <translation>在浏览器中主持课堂：仅供教师使用</translation>
    </message>
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>QR code for your phone …</source>
        <translation>手机二维码…</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TechniqueCard</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>送达</translation>
    </message>
    <message>
        <source>Empty answers</source>
        <translation>空应答</translation>
    </message>
    <message>
        <source>Bytes a message</source>
        <translation>每条字节数</translation>
    </message>
    <message>
        <source>Connections</source>
        <translation>连接</translation>
    </message>
    <message>
        <source>Members that use it now</source>
        <translation>正在使用它的成员</translation>
    </message>
    <message>
        <source>Messages handed to members</source>
        <translation>已交给成员的消息</translation>
    </message>
    <message>
        <source>Answers that brought nothing</source>
        <translation>没有带来消息的应答</translation>
    </message>
    <message>
        <source>Bytes both ways, headers included, for each message delivered</source>
        <translation>每送达一条消息的双向字节数，含头部</translation>
    </message>
    <message>
        <source>Delay p50</source>
        <translation>延迟 p50</translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation>延迟 p95</translation>
    </message>
    <message>
        <source>Half of all messages took at most this long, from acceptance to receipt, as members report it</source>
        <translation>半数消息从主机接受到收到不超过此时间（由成员报告）</translation>
    </message>
    <message>
        <source>95 of 100 messages took at most this long, from acceptance to receipt, as members report it</source>
        <translation>100 条消息中有 95 条从主机接受到收到不超过此时间（由成员报告）</translation>
    </message>
    <message>
        <source>handshakes/min per member</source>
        <translation>次握手/分钟（每名成员）</translation>
    </message>
    <message>
        <source>requests/min per member</source>
        <translation>次请求/分钟（每名成员）</translation>
    </message>
    <message>
        <source>Handshakes/min</source>
        <translation>握手/分钟</translation>
    </message>
    <message>
        <source>Requests/min</source>
        <translation>请求/分钟</translation>
    </message>
    <message>
        <source>Bytes/min a member</source>
        <translation>每人每分钟字节</translation>
    </message>
    <message>
        <source>Of all members together: requests that ask for messages; with WebSocket, handshakes</source>
        <translation>所有成员合计：询问消息的请求；WebSocket 则为握手</translation>
    </message>
    <message>
        <source>Bytes both ways that each member costs in a minute, headers included</source>
        <translation>每名成员每分钟的双向字节数，含头部</translation>
    </message>
    <message>
        <source>Connections that were opened for it</source>
        <translation>为此打开的连接</translation>
    </message>
</context>
<context>
    <name>pushlab::app::VariantBoxes</name>
    <message>
        <source>Long polling as tutorials write it: one message an answer, from a queue for each browser</source>
        <translation>教程中的长轮询：每个浏览器一个队列，每次应答一条消息</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::ActivityPanel</name>
    <message>
        <source>Delay of each message</source>
        <translation>每条消息的延迟</translation>
    </message>
    <message>
        <source>What is happening</source>
        <translation>正在发生什么</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Empty answers</source>
        <translation>空应答</translation>
    </message>
    <message>
        <source>Received</source>
        <translation>收到</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>发送</translation>
    </message>
    <message>
        <source>Delay p50</source>
        <translation>延迟 p50</translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation>延迟 p95</translation>
    </message>
    <message>
        <source>Each delay is known to ± %1.</source>
        <translation>每个延迟的误差为 ± %1。</translation>
    </message>
    <message>
        <source>Delays measured</source>
        <translation>已测延迟数</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>未计入</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::ChatPane</name>
    <message>
        <source>Not taken: too many messages are still waiting to be sent.</source>
        <translation>未接受：还有太多消息在等待发送。</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>发送</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::CountersTable</name>
    <message>
        <source>Requests: %1</source>
        <translation>请求：%1</translation>
    </message>
    <message>
        <source>Delay p50: %1 · p95: %2</source>
        <extracomment>Percentiles: half of all delays are at most the first, 95 of 100 at most the second</extracomment>
        <translation>延迟 p50：%1 · p95：%2</translation>
    </message>
    <message>
        <source>n: %1</source>
        <extracomment>How many delays were measured</extracomment>
        <translation>n：%1</translation>
    </message>
    <message>
        <source>set aside: %1</source>
        <translation>未计入：%1</translation>
    </message>
    <message>
        <source>From the host&apos;s acceptance of a message to its receipt here, and by how much the two clocks may disagree</source>
        <translation>从主机接受消息到此处收到的时间，以及两个时钟可能相差多少</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::MessageDelegate</name>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>sending …</source>
        <translation>发送中…</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::MessageInput</name>
    <message>
        <source>Message</source>
        <translation>输入消息</translation>
    </message>
    <message>
        <source>Too long by %1: a message holds %2.</source>
        <translation>超出 %1：一条消息最多 %2。</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter breaks the line</source>
        <translation>回车发送，Shift+回车换行</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::MessageView</name>
    <message>
        <source>Messages</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>%1 new ↓</source>
        <extracomment>How many messages came below what is in sight; a click goes there</extracomment>
        <translation>%1 条新消息 ↓</translation>
    </message>
    <message>
        <source>No messages yet</source>
        <translation>还没有消息</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>重试</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::RetryBanner</name>
    <message>
        <source>Retry now</source>
        <translation>立即重试</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>PIN of the class</source>
        <translation>课堂的 PIN 码</translation>
    </message>
    <message>
        <source>Join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>再试一次</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::StateLine</name>
    <message>
        <source>State: %1</source>
        <translation>状态：%1</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::StripChart</name>
    <message>
        <source>%1 s ago</source>
        <translation>%1 秒前</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::TechniqueButtons</name>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>The teacher has set %1 for the class.</source>
        <translation>老师已为全班设定%1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
</context>
</TS>
