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
        <source>The teacher has muted you.</source>
        <translation>老师已将你禁言。</translation>
    </message>
    <message>
        <source>%1 does not get through: a proxy or a firewall between here and the host keeps it back.</source>
        <translation>%1 无法通过：本机与主机之间的代理或防火墙拦住了它。</translation>
    </message>
    <message>
        <source>%1 is disturbed: something between here and the host ends requests that wait.</source>
        <translation>%1 受到干扰：本机与主机之间有什么中断了等待中的请求。</translation>
    </message>
    <message>
        <source>%1 come late: something between here and the host collects them and passes them on in one piece.</source>
        <translation>%1 到得太晚：本机与主机之间有什么把内容攒在一起才转发。</translation>
    </message>
    <message>
        <source>The class is locked. Tell your teacher; you come in by yourself as soon as it is unlocked.</source>
        <translation>课堂已锁定。请告诉老师；解锁后你会自动进入。</translation>
    </message>
    <message>
        <source>You use this instead: %1</source>
        <translation>你改用：%1</translation>
    </message>
    <message>
        <source>The teacher has frozen the class.</source>
        <translation>老师已冻结课堂。</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>Address to listen at; all addresses of this computer if not given, as with ::; 0.0.0.0 is all of IPv4.</source>
        <translation>要监听的地址；不给出时为本机所有地址，与 :: 相同；0.0.0.0 为全部 IPv4 地址。</translation>
    </message>
    <message>
        <source>A further name under which this host may be addressed. May be given more than once.</source>
        <translation>访问本主机时还允许使用的名称。可多次给出。</translation>
    </message>
    <message>
        <source>Address or network (10.0.0.0/8) of a reverse proxy whose X-Forwarded-For, -Host and -Proto are believed. May be given more than once.</source>
        <translation>受信任的反向代理的地址或网段（10.0.0.0/8），采信它的 X-Forwarded-For、-Host 和 -Proto。可多次给出。</translation>
    </message>
    <message>
        <source>--bind must be an address of this computer such as 127.0.0.1, not &quot;%1&quot;.</source>
        <translation>--bind 必须是本机的地址，例如 127.0.0.1，不能是“%1”。</translation>
    </message>
    <message>
        <source>--allow-host must be a name, not empty.</source>
        <translation>--allow-host 必须是一个名称，不能为空。</translation>
    </message>
    <message>
        <source>--allow-host must be one name or address such as pc.school.example, without scheme, path, blank or *, not &quot;%1&quot;.</source>
        <translation>--allow-host 必须是一个名称或地址，例如 pc.school.example，不带协议、路径、空格或 *，不能是“%1”。</translation>
    </message>
    <message>
        <source>--trusted-proxy must be an address or a network such as 127.0.0.1 or 10.0.0.0/8, not &quot;%1&quot;.</source>
        <translation>--trusted-proxy 必须是地址或网段，例如 127.0.0.1 或 10.0.0.0/8，不能是“%1”。</translation>
    </message>
    <message>
        <source>Language of windows, reports and what stands in the terminal: en or zh_CN; the system&apos;s if not given.</source>
        <translation>窗口、报告和终端文字的语言：en 或 zh_CN；不给出时用系统的语言。</translation>
    </message>
    <message>
        <source>Shows this help.</source>
        <translation>显示本帮助。</translation>
    </message>
    <message>
        <source>Shows the version.</source>
        <translation>显示版本。</translation>
    </message>
    <message>
        <source>TCP port for HTTP and WebSocket, 0 for any free one. Without it 8000, or the next free one.</source>
        <translation>HTTP 和 WebSocket 的 TCP 端口，0 为任一空闲端口。不给出时为 8000，或其后第一个空闲端口。</translation>
    </message>
    <message>
        <source>The class&apos;s room (lobby).</source>
        <translation>课堂的房间（lobby）。</translation>
    </message>
    <message>
        <source>How long a long poll is held, 1s to 55s (10).</source>
        <translation>长轮询保持多久，1s 到 55s（10）。</translation>
    </message>
    <message>
        <source>How often clients are told to poll, 200ms to 30s (2).</source>
        <translation>让客户端多久轮询一次，200ms 到 30s（2）。</translation>
    </message>
    <message>
        <source>Serves the pages of this folder before the built-in ones.</source>
        <translation>优先提供该文件夹里的页面，其次才是内置页面。</translation>
    </message>
    <message>
        <source>Keeps the rooms in this file, over restarts and crashes. Without it a window has one per class, --headless none.</source>
        <translation>把房间保存在该文件里，重启和崩溃后仍在。不给出时窗口为每个课堂各存一个，--headless 则不保存。</translation>
    </message>
    <message>
        <source>normal: what is kept survives a crash of PushLab; full: a power cut, too, but slower (normal).</source>
        <translation>normal：PushLab 崩溃后数据仍在；full：断电后也在，但更慢（normal）。</translation>
    </message>
    <message>
        <source>Lets in only who shows this PIN of 4 to 12 digits; none lets everybody in.</source>
        <translation>只让出示此 PIN（4 到 12 位数字）的人进入；none 让所有人进入。</translation>
    </message>
    <message>
        <source>Messages a second that one member may send, twice as many at once; 0 is any number (10).</source>
        <translation>一个成员每秒可发送的消息数，一次最多两倍；0 为不限（10）。</translation>
    </message>
    <message>
        <source>Connections at most; as many as the system allows if not given.</source>
        <translation>最多多少个连接；不给出时以系统允许的为限。</translation>
    </message>
    <message>
        <source>Holds clients on this computer to the limits by address, too.</source>
        <translation>对本机上的客户端也按地址限制。</translation>
    </message>
    <message>
        <source>Pretends a slow network: this delay each way for every connection, up to 60s (0).</source>
        <translation>模拟慢速网络：每个连接单程增加此延迟，最多 60s（0）。</translation>
    </message>
    <message>
        <source>Draws each delay from --delay ± this, up to 60s (0); order is kept.</source>
        <translation>每次延迟在 --delay ± 此值之间随机取，最多 60s（0）；顺序不变。</translation>
    </message>
    <message>
        <source>Bandwidth of each connection each way, such as 64kbit, 1Mbit or bare bits a second; unbounded if not given.</source>
        <translation>每个连接每个方向的带宽，例如 64kbit、1Mbit，或每秒的比特数；不给出时不限。</translation>
    </message>
    <message>
        <source>Without a window: prints the address, runs until interrupted.</source>
        <translation>不开窗口：打印地址，运行到被中断为止。</translation>
    </message>
    <message>
        <source>Room to join (lobby).</source>
        <translation>要加入的房间（lobby）。</translation>
    </message>
    <message>
        <source>The class&apos;s PIN, if it has one and the URL does not end in #pin=DIGITS.</source>
        <translation>课堂的 PIN，如果课堂设了 PIN 而 URL 末尾没有 #pin=DIGITS。</translation>
    </message>
    <message>
        <source>Name to show (the user&apos;s name).</source>
        <translation>要显示的名字（用户名）。</translation>
    </message>
    <message>
        <source>How often to poll, 200ms to 30s; what the host asks for if not given.</source>
        <translation>多久轮询一次，200ms 到 30s；不给出时按主机的要求。</translation>
    </message>
    <message>
        <source>How long a long poll may be held, 1s to 55s; what the host asks for if not given.</source>
        <translation>长轮询最多保持多久，1s 到 55s；不给出时按主机的要求。</translation>
    </message>
    <message>
        <source>Trusts the host&apos;s certificate of this SHA-256 fingerprint, though no authority vouches for it.</source>
        <translation>信任具有此 SHA-256 指纹的主机证书，即使没有证书机构为它担保。</translation>
    </message>
    <message>
        <source>With --headless: goes on printing messages when stdin has ended.</source>
        <translation>与 --headless 一起：stdin 结束后继续打印消息。</translation>
    </message>
    <message>
        <source>With --headless: prints each message as a JSON object.</source>
        <translation>与 --headless 一起：每条消息打印为一个 JSON 对象。</translation>
    </message>
    <message>
        <source>Usage: %1</source>
        <translation>用法：%1</translation>
    </message>
    <message>
        <source>Options:</source>
        <translation>选项：</translation>
    </message>
    <message>
        <source>Times are seconds (2, 0.5) or carry a unit (150ms, 2s, 1m30s).</source>
        <translation>时间以秒计（2、0.5），或带单位（150ms、2s、1m30s）。</translation>
    </message>
    <message>
        <source>See pushlab %1 --help.</source>
        <translation>参见 pushlab %1 --help。</translation>
    </message>
    <message>
        <source>(none)</source>
        <comment>instead of a command</comment>
        <translation>（无）</translation>
    </message>
    <message>
        <source>Opens the start window.</source>
        <translation>打开开始窗口。</translation>
    </message>
    <message>
        <source>Hosts a class.</source>
        <translation>开一个课堂。</translation>
    </message>
    <message>
        <source>Joins a class.</source>
        <translation>加入一个课堂。</translation>
    </message>
    <message>
        <source>Shows a class at work, on this computer alone.</source>
        <translation>只在本机上演示一个进行中的课堂。</translation>
    </message>
    <message>
        <source>Measures what the techniques cost.</source>
        <translation>测量各种技术的代价。</translation>
    </message>
    <message>
        <source>Writes a room&apos;s messages as JSON Lines.</source>
        <translation>把一个房间的消息写成 JSON Lines。</translation>
    </message>
    <message>
        <source>Reads them back.</source>
        <translation>再读回来。</translation>
    </message>
    <message>
        <source>Exit codes: 0 ok, 1 failed, 2 wrong usage, 3 cannot bind or connect,
4 a --fail-if holds, 130 interrupted.</source>
        <translation>退出码：0 正常，1 失败，2 用法有误，3 无法监听或连接，
4 某个 --fail-if 成立，130 被中断。</translation>
    </message>
    <message>
        <source>Hosts a class or joins one, to see what polling, long polling and WebSocket cost.</source>
        <translation>开一个课堂或加入课堂，看短轮询、长轮询和 WebSocket 各要多大代价。</translation>
    </message>
    <message>
        <source>Commands:</source>
        <translation>命令：</translation>
    </message>
    <message>
        <source>--message-rate must be 0 or at least 0.1.</source>
        <translation>--message-rate 必须是 0，或至少 0.1。</translation>
    </message>
    <message>
        <source>--database must be a file in a folder that is there, not &quot;%1&quot;.</source>
        <translation>--database 必须是已有文件夹里的一个文件，不能是“%1”。</translation>
    </message>
    <message>
        <source>--synchronous must be normal or full, not &quot;%1&quot;.</source>
        <translation>--synchronous 必须是 normal 或 full，不能是“%1”。</translation>
    </message>
    <message>
        <source>&quot;host&quot; takes options only, not &quot;%1&quot;.</source>
        <translation>“host”只接受选项，不接受“%1”。</translation>
    </message>
    <message>
        <source>--pages must be a folder; there is none called &quot;%1&quot;.</source>
        <translation>--pages 必须是一个文件夹；没有名为“%1”的文件夹。</translation>
    </message>
    <message>
        <source>&quot;join&quot; needs the host&apos;s address, such as http://192.168.1.20:8000/.</source>
        <translation>“join”需要主机的地址，例如 http://192.168.1.20:8000/。</translation>
    </message>
    <message>
        <source>&quot;join&quot; takes one address, not &quot;%1&quot; as well.</source>
        <translation>“join”只接受一个地址，不能再有“%1”。</translation>
    </message>
    <message>
        <source>--name must not be empty, nor longer than %1 bytes.</source>
        <translation>--name 不能为空，也不能超过 %1 字节。</translation>
    </message>
    <message>
        <source>--fingerprint must be 64 hexadecimal digits, with or without colons, as the host shows them.</source>
        <translation>--fingerprint 必须是 64 位十六进制数字，有无冒号均可，与主机显示的一致。</translation>
    </message>
    <message>
        <source>--fingerprint is for an address that begins with https://.</source>
        <translation>--fingerprint 只用于以 https:// 开头的地址。</translation>
    </message>
    <message>
        <source>--json needs --headless: a window prints nothing.</source>
        <translation>--json 需要 --headless：窗口不打印任何内容。</translation>
    </message>
    <message>
        <source>--stay needs --headless: a window reads no stdin.</source>
        <translation>--stay 需要 --headless：窗口不读取 stdin。</translation>
    </message>
    <message>
        <source>&quot;demo&quot; takes options only, not &quot;%1&quot;.</source>
        <translation>“demo”只接受选项，不接受“%1”。</translation>
    </message>
    <message>
        <source>&quot;demo&quot; is there to be looked at and needs a window; a host without one is pushlab host --headless.</source>
        <translation>“demo”是用来看的，需要窗口；不开窗口的主机用 pushlab host --headless。</translation>
    </message>
    <message>
        <source>Hosts a class on this computer.</source>
        <translation>在本机上开一个课堂。</translation>
    </message>
    <message>
        <source>Joins the class at URL.</source>
        <translation>加入 URL 处的课堂。</translation>
    </message>
    <message>
        <source>Opens a class on this computer alone, with three members who talk by one technique each.</source>
        <translation>只在本机上开一个课堂，有三个成员，各用一种技术交谈。</translation>
    </message>
    <message>
        <source>Measures what each technique costs, beside what theory says.</source>
        <translation>测量每种技术的代价，并与理论值对照。</translation>
    </message>
    <message>
        <source>Writes a room&apos;s messages as JSON Lines to stdout.</source>
        <translation>把一个房间的消息以 JSON Lines 写到 stdout。</translation>
    </message>
    <message>
        <source>Puts an exported room into a database, all of it or, when a line is wrong, nothing. - reads from stdin.</source>
        <translation>把导出的房间放进数据库：全部放入，或在某行有误时什么也不放。- 从 stdin 读取。</translation>
    </message>
    <message>
        <source>--preset must be one of %1, not &quot;%2&quot;.</source>
        <translation>--preset 必须是 %1 之一，不能是“%2”。</translation>
    </message>
    <message>
        <source>--techniques is a list of %1, or all; there is no &quot;%2&quot;.</source>
        <translation>--techniques 是由 %1 组成的列表，或 all；没有“%2”。</translation>
    </message>
    <message>
        <source>--techniques needs one of %1 at least.</source>
        <translation>--techniques 至少需要 %1 之一。</translation>
    </message>
    <message>
        <source>--seed must be a whole number, not &quot;%1&quot;.</source>
        <translation>--seed 必须是整数，不能是“%1”。</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a host; it should look like http://192.168.1.20:8000/.</source>
        <translation>“%1”不是主机的地址；地址形如 http://192.168.1.20:8000/。</translation>
    </message>
    <message>
        <source>compare measures plain HTTP only; start the host without TLS.</source>
        <translation>compare 只测量不加密的 HTTP；请不带 TLS 启动主机。</translation>
    </message>
    <message>
        <source>--delay, --jitter and --bandwidth are for a host of our own; give them to the host itself.</source>
        <translation>--delay、--jitter 和 --bandwidth 只用于自己启动的主机；请直接给那台主机设置。</translation>
    </message>
    <message>
        <source>--fail-if must look like websocket.p95&gt;50ms, with one of %1; not &quot;%2&quot;.</source>
        <translation>--fail-if 形如 websocket.p95&gt;50ms，其中的量是 %1 之一；不能是“%2”。</translation>
    </message>
    <message>
        <source>--fail-if asks for a technique that is not compared: %1.</source>
        <translation>--fail-if 涉及没有参加比较的技术：%1。</translation>
    </message>
    <message>
        <source>--sweep must look like rate=0.1..10, not &quot;%1&quot;.</source>
        <translation>--sweep 形如 rate=0.1..10，不能是“%1”。</translation>
    </message>
    <message>
        <source>--csv, --html, --md, --har and --fail-if are for a single run; a sweep can be kept with --json.</source>
        <translation>--csv、--html、--md、--har 和 --fail-if 用于单次测量；扫描的结果可用 --json 保存。</translation>
    </message>
    <message>
        <source>--sweep compares polling and long-polling; --techniques must name both.</source>
        <translation>--sweep 比较 polling 和 long-polling；--techniques 必须包含这两种。</translation>
    </message>
    <message>
        <source>--%1 is for a run without a window; with --window, runs are kept from there.</source>
        <translation>--%1 用于不开窗口的测量；用 --window 时，在窗口里保存结果。</translation>
    </message>
    <message>
        <source>A known set-up, which further options change.</source>
        <translation>一种已知的设置，可用其他选项修改。</translation>
    </message>
    <message>
        <source>Opens a window in which this can be chosen and the results be seen.</source>
        <translation>打开窗口，在其中选择设置、查看结果。</translation>
    </message>
    <message>
        <source>Virtual clients of each technique, 1 to 2000 (30).</source>
        <translation>每种技术的虚拟客户端数，1 到 2000（30）。</translation>
    </message>
    <message>
        <source>Messages a second, in the whole room (1).</source>
        <translation>整个房间每秒的消息数（1）。</translation>
    </message>
    <message>
        <source>Equal gaps between messages and equal phases; else Poisson and random, as theory assumes.</source>
        <translation>消息等间隔、相位均匀；否则为 Poisson 到达和随机相位，与理论的假设一致。</translation>
    </message>
    <message>
        <source>Bytes of a message&apos;s text (100).</source>
        <translation>一条消息正文的字节数（100）。</translation>
    </message>
    <message>
        <source>From an answer to the next poll, 10ms to 30s (2).</source>
        <translation>从收到应答到下一次轮询，10ms 到 30s（2）。</translation>
    </message>
    <message>
        <source>Of one measurement (30).</source>
        <translation>一次测量的时长（30）。</translation>
    </message>
    <message>
        <source>Under load before it (2).</source>
        <translation>测量前带负载预热的时长（2）。</translation>
    </message>
    <message>
        <source>Measurements of each technique (3).</source>
        <translation>每种技术测量几次（3）。</translation>
    </message>
    <message>
        <source>All techniques in one room at once; else one after another.</source>
        <translation>所有技术同时在一个房间里测；否则依次进行。</translation>
    </message>
    <message>
        <source>Opens a connection for every request.</source>
        <translation>每个请求新建一个连接。</translation>
    </message>
    <message>
        <source>Makes the network slower: one way, by so much.</source>
        <translation>让网络变慢：单程增加这么多延迟。</translation>
    </message>
    <message>
        <source>And uneven by so much.</source>
        <translation>并让延迟有这么大的抖动。</translation>
    </message>
    <message>
        <source>And as narrow as this: 1Mbit, 64kbit.</source>
        <translation>并把带宽限到这么窄：1Mbit、64kbit。</translation>
    </message>
    <message>
        <source>For the same messages again; random if not given.</source>
        <translation>用于重现相同的消息；不给出时随机取。</translation>
    </message>
    <message>
        <source>Measures this host; one of our own on this computer if not given.</source>
        <translation>测量这台主机；不给出时在本机上自己启动一台。</translation>
    </message>
    <message>
        <source>Goes through the rates and finds where long polling needs more requests than polling: rate=0.1..10.</source>
        <translation>扫过一系列速率，找出长轮询从哪里起比短轮询需要更多请求：rate=0.1..10。</translation>
    </message>
    <message>
        <source>Keeps the result in this file.</source>
        <translation>把结果保存在该文件里。</translation>
    </message>
    <message>
        <source>The same as a table for spreadsheets.</source>
        <translation>同上，保存为电子表格可用的表格。</translation>
    </message>
    <message>
        <source>The same as a page with charts, which needs nothing else.</source>
        <translation>同上，保存为带图表的网页，不依赖其他文件。</translation>
    </message>
    <message>
        <source>The same as Markdown.</source>
        <translation>同上，保存为 Markdown。</translation>
    </message>
    <message>
        <source>Keeps the first exchanges of one client of each technique, as browsers&apos; tools read them.</source>
        <translation>保存每种技术中一个客户端最初的收发内容，浏览器的开发工具可以打开。</translation>
    </message>
    <message>
        <source>Ends with exit code 4 if this holds: &apos;websocket.p95&gt;50ms&apos;. May be given more than once.</source>
        <translation>若此条件成立，以退出码 4 结束：&apos;websocket.p95&gt;50ms&apos;。可多次给出。</translation>
    </message>
    <message>
        <source>&quot;compare&quot; takes options only, not &quot;%1&quot;.</source>
        <translation>“compare”只接受选项，不接受“%1”。</translation>
    </message>
    <message>
        <source>cannot write to stdout: %1</source>
        <translation>无法写到 stdout：%1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no address of a host: %2; it should look like http://192.168.1.20:8000/.</source>
        <translation>“%1”不是主机的地址：%2；地址形如 http://192.168.1.20:8000/。</translation>
    </message>
    <message>
        <source>The host&apos;s address is empty; it should look like http://192.168.1.20:8000/.</source>
        <translation>主机的地址为空；地址形如 http://192.168.1.20:8000/。</translation>
    </message>
    <message>
        <source>there is a blank in it</source>
        <translation>其中有空格</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not http, https, ws or wss</source>
        <translation>“%1”不是 http、https、ws 或 wss</translation>
    </message>
    <message>
        <source>http or https is followed by :// and a name or an address</source>
        <translation>http 或 https 之后应是 :// 和名称或地址</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is no port from 1 to 65535</source>
        <translation>“%1”不是 1 到 65535 的端口</translation>
    </message>
    <message>
        <source>it has a user&apos;s name in it</source>
        <translation>其中有用户名</translation>
    </message>
    <message>
        <source>the name or the number is not whole</source>
        <translation>名称或数字不完整</translation>
    </message>
    <message>
        <source>%1 Try --help.</source>
        <translation>%1（用法见 --help。）</translation>
    </message>
    <message>
        <source>--%1 must be a number from %2 to %3, not &quot;%4&quot;.</source>
        <translation>--%1 必须是 %2 到 %3 的数，不能是“%4”。</translation>
    </message>
    <message>
        <source>--%1 must be a time from %2 to %3, such as 2, 2s or 1500ms, not &quot;%4&quot;.</source>
        <translation>--%1 必须是 %2 到 %3 的时间，例如 2、2s 或 1500ms，不能是“%4”。</translation>
    </message>
    <message>
        <source>--%1 must be a bandwidth of at least %2, such as 64kbit, 1Mbit or 1000000, not &quot;%3&quot;.</source>
        <translation>--%1 必须是至少 %2 的带宽，例如 64kbit、1Mbit 或 1000000，不能是“%3”。</translation>
    </message>
    <message>
        <source>--%1 must be one of %2, not &quot;%3&quot;.</source>
        <translation>--%1 必须是 %2 之一，不能是“%3”。</translation>
    </message>
    <message>
        <source>--%1 must be a name of 1 to 64 characters without &quot;/&quot; and control characters.</source>
        <translation>--%1 必须是 1 到 64 个字符的名称，不含“/”和控制字符。</translation>
    </message>
    <message>
        <source>--%1 must be 4 to 12 digits, or none.</source>
        <translation>--%1 必须是 4 到 12 位数字，或 none。</translation>
    </message>
    <message>
        <source>--database FILE is needed: the one that the host keeps its rooms in.</source>
        <translation>需要 --database FILE：主机保存房间的那个文件。</translation>
    </message>
    <message>
        <source>There is no database &quot;%1&quot;.</source>
        <translation>没有数据库“%1”。</translation>
    </message>
    <message>
        <source>The database that the room is in. No host may be using it.</source>
        <translation>房间所在的数据库。不能有主机正在使用它。</translation>
    </message>
    <message>
        <source>The room (lobby).</source>
        <translation>房间（lobby）。</translation>
    </message>
    <message>
        <source>The database to put the room into; made when it is not there. No host may be using it.</source>
        <translation>要把房间放入的数据库；不存在时新建。不能有主机正在使用它。</translation>
    </message>
    <message>
        <source>The room&apos;s name; as in the file if not given.</source>
        <translation>房间名；不给出时按文件里的。</translation>
    </message>
    <message>
        <source>&quot;export&quot; takes options only, not &quot;%1&quot;; it writes to stdout.</source>
        <translation>“export”只接受选项，不接受“%1”；它写到 stdout。</translation>
    </message>
    <message>
        <source>&quot;import&quot; needs one file to read, or - for stdin.</source>
        <translation>“import”需要一个要读取的文件，或用 - 表示 stdin。</translation>
    </message>
    <message>
        <source>cannot write: %1</source>
        <translation>无法写入：%1</translation>
    </message>
    <message>
        <source>cannot read %1: %2</source>
        <translation>无法读取 %1：%2</translation>
    </message>
    <message>
        <source>%1, line %2: %3; nothing was imported</source>
        <translation>%1，第 %2 行：%3；没有导入任何内容</translation>
    </message>
    <message>
        <source>%1, line 1: the room&apos;s name is none; give one with --room</source>
        <translation>%1，第 1 行：房间名无效；请用 --room 给出</translation>
    </message>
    <message>
        <source>Speaks https and wss only, with the certificate of this PEM file, chain included.</source>
        <translation>只用 https 和 wss，使用该 PEM 文件里的证书（包括证书链）。</translation>
    </message>
    <message>
        <source>The certificate&apos;s private key in PEM form, not encrypted; in the certificate&apos;s file if not given.</source>
        <translation>证书的私钥，PEM 格式，未加密；不给出时在证书的文件里。</translation>
    </message>
    <message>
        <source>Speaks https and wss only, with a certificate of its own, whose fingerprint it shows.</source>
        <translation>只用 https 和 wss，使用自己签发的证书，并显示其指纹。</translation>
    </message>
    <message>
        <source>--tls-key needs --tls-cert, the certificate that it belongs to.</source>
        <translation>--tls-key 需要它所属的证书 --tls-cert。</translation>
    </message>
    <message>
        <source>--tls-cert and --tls-self-signed exclude each other.</source>
        <translation>--tls-cert 和 --tls-self-signed 不能同时使用。</translation>
    </message>
    <message>
        <source>There is no display for a window; use pushlab host --headless or pushlab join URL --headless.</source>
        <translation>没有可显示窗口的屏幕；请用 pushlab host --headless 或 pushlab join URL --headless。</translation>
    </message>
    <message>
        <source>This pushlab was built without windows; use pushlab host --headless or pushlab join URL --headless.</source>
        <translation>这个 pushlab 编译时不带窗口；请用 pushlab host --headless 或 pushlab join URL --headless。</translation>
    </message>
    <message>
        <source>[options]</source>
        <translation>[选项]</translation>
    </message>
    <message>
        <source>Sets one technique for the class: %1. Without it students choose.</source>
        <translation>为全班设定一种技术：%1。不设则由学生自选。</translation>
    </message>
    <message>
        <source>What students may choose from, with commas (%1), of %2.</source>
        <translation>学生可选的技术，用逗号分隔（%1），取自 %2。</translation>
    </message>
    <message>
        <source>Which to compare, with commas (%1); of %2; or all.</source>
        <translation>要比较的技术，用逗号分隔（%1）；取自 %2；或 all。</translation>
    </message>
    <message>
        <source>--%1 is a list of %2, with commas, not &quot;%3&quot;.</source>
        <translation>--%1 是用逗号分隔的列表，取自 %2，不能是“%3”。</translation>
    </message>
    <message>
        <source>--%1 must be messages a second, with a size in bytes and poisson if wanted, such as 4/s or 4/s,200,poisson, not &quot;%2&quot;.</source>
        <translation>--%1 须为每秒消息数，可加字节数和 poisson，例如 4/s 或 4/s,200,poisson，而不是“%2”。</translation>
    </message>
    <message>
        <source>Splits the class: each member is given one of these, an equal part of them each.</source>
        <translation>全班分组：为每个成员指定其中一种技术，各组人数相等。</translation>
    </message>
    <message>
        <source>Lets the host itself say so many messages a second, so that a silent class measures, too: 4/s, 4/s,200 of 200 bytes each, 4/s,200,poisson at random times. 0.01 to 100 a second.</source>
        <translation>让主机自己每秒发出若干消息，使安静的课堂也能测量：4/s；4/s,200 为每条 200 字节；4/s,200,poisson 为随机时刻。每秒 0.01 到 100 条。</translation>
    </message>
    <message>
        <source>--split gives each member a technique, --technique all of them the same: give one of the two.</source>
        <translation>--split 为每个成员各指定一种技术，--technique 为全班指定同一种：两者只能用一个。</translation>
    </message>
    <message>
        <source>Colours of windows: system, light or dark; what was chosen there last if not given.</source>
        <translation>窗口的颜色：system（随系统）、light（浅色）或 dark（深色）；不给出时用窗口里上次选择的。</translation>
    </message>
    <message>
        <source>--theme must be system, light or dark, not &quot;%1&quot;.</source>
        <translation>--theme 必须是 system、light 或 dark，不能是“%1”。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are in the room &quot;%1&quot; of %2.</source>
        <translation>
            <numerusform>%2 的房间“%1”里有 %n 条消息。</numerusform>
        </translation>
    </message>
    <message>
        <source>Offers the lessons of this folder beside the built-in ones.</source>
        <translation>除内置课程外，还提供该文件夹里的课程。</translation>
    </message>
    <message>
        <source>--lessons must be a folder; there is none called &quot;%1&quot;.</source>
        <translation>--lessons 必须是一个文件夹；没有名为“%1”的文件夹。</translation>
    </message>
    <message>
        <source>There is no command &quot;%1&quot;; the commands are host, join, demo, compare, export, import and lesson.</source>
        <translation>没有“%1”这个命令；命令有 host、join、demo、compare、export、import 和 lesson。</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1，第 %2 行：%3</translation>
    </message>
    <message>
        <source>A lesson: %1. Steps: %2; minutes: %3.</source>
        <translation>一节课程：%1。步骤：%2；分钟：%3。</translation>
    </message>
    <message>
        <source>Deletes the classes that windows have kept and that were not used for so long, such as 30d.</source>
        <translation>删除窗口保存的、这么久没有使用过的课堂，例如 30d。</translation>
    </message>
    <message>
        <source>The class &quot;%1&quot; was not deleted: %2</source>
        <translation>没有删除课堂“%1”：%2</translation>
    </message>
    <message>
        <source>Deleted the class &quot;%1&quot;, last used on %2 (%3).</source>
        <translation>已删除课堂“%1”，上次使用：%2（%3）。</translation>
    </message>
    <message>
        <source>--%1 must be a time from one day to ten years, such as 30d, not &quot;%2&quot;.</source>
        <translation>--%1 必须是一天到十年之间的时间，例如 30d，不能是“%2”。</translation>
    </message>
    <message>
        <source>Without a window: sends the lines of stdin, prints messages, ends with stdin.
/technique T switches, /guess N answers the class&apos;s question, // sends a /.</source>
        <translation>不开窗口：发送 stdin 的各行，打印消息，随 stdin 结束。
/technique T 切换技术，/guess N 回答班级的问题，// 发送一个 /。</translation>
    </message>
    <message>
        <source>Checks a lesson of your own, and writes its worksheet.</source>
        <translation>检查自己写的课程，并生成它的学习单。</translation>
    </message>
    <message>
        <source>Writes the worksheet to this file, whose name ends in .pdf or .html; without it HTML to stdout.</source>
        <translation>把学习单写入这个文件，文件名以 .pdf 或 .html 结尾；不指定时把 HTML 写到 stdout。</translation>
    </message>
    <message>
        <source>&quot;check&quot; says whether a file is a lesson for pushlab host --lessons, or which line is wrong. &quot;worksheet&quot; writes its worksheet for students, empty, in the language of --lang. - reads from stdin.</source>
        <translation>“check”说明文件是不是 pushlab host --lessons 能用的课程，或者错在哪一行。“worksheet”用 --lang 的语言写出给学生的空白学习单。- 表示从 stdin 读取。</translation>
    </message>
    <message>
        <source>&quot;lesson&quot; needs &quot;check&quot; or &quot;worksheet&quot; and one file, as in pushlab lesson check FILE.json.</source>
        <translation>“lesson”需要“check”或“worksheet”和一个文件，例如 pushlab lesson check FILE.json。</translation>
    </message>
    <message>
        <source>--output is for &quot;worksheet&quot;; &quot;check&quot; writes no file.</source>
        <translation>--output 用于“worksheet”；“check”不写文件。</translation>
    </message>
    <message>
        <source>--output must be a file that ends in .pdf or .html, not &quot;%1&quot;.</source>
        <translation>--output 必须是以 .pdf 或 .html 结尾的文件，不能是“%1”。</translation>
    </message>
    <message>
        <source>cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>This pushlab was built without windows and writes no PDF; write HTML, and print that from a browser.</source>
        <translation>这个 pushlab 编译时不含窗口，不能生成 PDF；请生成 HTML，再用浏览器打印。</translation>
    </message>
    <message>
        <source>With --headless: records the traffic into this new file, NAME.pcapng for Wireshark or NAME.pushlab.</source>
        <translation>与 --headless 一起：把流量记录到这个新文件，NAME.pcapng 供 Wireshark 使用，或 NAME.pushlab。</translation>
    </message>
    <message>
        <source>Leaves the members&apos; names out of the recording, and numbers them.</source>
        <translation>记录中不写成员的名字，而用编号。</translation>
    </message>
    <message>
        <source>Leaves PIN, cookies, tokens and members&apos; ids in the recording, which are masked otherwise.</source>
        <translation>在记录中保留 PIN、cookie、令牌和成员标识，否则它们会被遮盖。</translation>
    </message>
    <message>
        <source>--record-numbered and --record-secrets need --record.</source>
        <translation>--record-numbered 和 --record-secrets 需要 --record。</translation>
    </message>
    <message>
        <source>--record must be a file that ends in .pcapng or .pushlab, not &quot;%1&quot;.</source>
        <translation>--record 必须是以 .pcapng 或 .pushlab 结尾的文件，不能是“%1”。</translation>
    </message>
    <message>
        <source>--record writes a new file; &quot;%1&quot; is there already.</source>
        <translation>--record 写入一个新文件；“%1”已经存在。</translation>
    </message>
    <message>
        <source>--record needs --headless.</source>
        <translation>--record 需要 --headless。</translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message>
        <source>short polling</source>
        <translation>短轮询</translation>
    </message>
    <message>
        <source>long polling</source>
        <translation>长轮询</translation>
    </message>
    <message>
        <source>WebSocket</source>
        <translation>WebSocket</translation>
    </message>
    <message>
        <source>tutorial&apos;s queue</source>
        <translation>教程队列</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 毫秒</translation>
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
        <source>The run was interrupted; this is what was measured until then.</source>
        <translation>测量被中断；以下是中断前测得的结果。</translation>
    </message>
    <message>
        <source>The load generator was the bottleneck: its thread was busy for %1 % of the time. Delays and rates are not the host&apos;s.</source>
        <translation>负载发生器成了瓶颈：其线程有 %1 % 的时间在忙。延迟和速率不代表主机。</translation>
    </message>
    <message>
        <source>The host&apos;s clock is known to ± %1 ms.</source>
        <translation>主机时钟的误差为 ± %1 毫秒。</translation>
    </message>
    <message>
        <source>TCP-IP bytes are an estimate: the segments that the kernel counted, times their usual headers.</source>
        <translation>TCP/IP 字节数是估计值：内核统计的报文段数乘以通常的头部大小。</translation>
    </message>
    <message>
        <source>Theory goes by the rate of messages as they came and by what was measured: R = %1 ms, and the sizes of headers and messages.</source>
        <translation>理论值按实际到达的消息速率和测得的量计算：R = %1 毫秒，以及头部和消息的大小。</translation>
    </message>
    <message>
        <source>The tutorial&apos;s answers carry no time: their delay counts from the sending and half of the shortest round trip.</source>
        <translation>教程的应答不带时间：其延迟从发送时加上最短往返时间的一半算起。</translation>
    </message>
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
        <source>Long polling batches: fewer requests than messages, three transits at the worst.</source>
        <translation>长轮询会成批送达：请求少于消息，最坏需要三次单程传输。</translation>
    </message>
    <message>
        <source>The tutorials&apos; chat: poll every 2 s, hold 10 s, and their queue of one message beside it.</source>
        <translation>教程里的聊天：每 2 秒轮询一次，保持 10 秒，并与教程的单消息队列对照。</translation>
    </message>
    <message>
        <source>The tutorials say of polling &quot;delay up to 5 s, too many requests&quot;, of long polling &quot;hardly any delay, far fewer requests&quot;, of WebSocket &quot;both sides send at any time&quot;; they also poll every 1 s or 5 s and hold for 30 s.</source>
        <translation>教程对短轮询的说法是“延迟最多 5 秒，请求太多”，对长轮询是“几乎没有延迟，请求少得多”，对 WebSocket 是“双方随时都能发送”；它们也用每 1 秒或 5 秒轮询一次、保持 30 秒的设置。</translation>
    </message>
    <message>
        <source>1,000 clients, by polling every second or by WebSocket, 50 ms each way: what headers cost.</source>
        <translation>1,000 个客户端，每秒轮询一次或用 WebSocket，单程 50 毫秒：看头部的开销。</translation>
    </message>
    <message>
        <source>A quantum leap in scalability (%1).</source>
        <translation>可扩展性的飞跃（%1）。</translation>
    </message>
    <message>
        <source>Arithmetic only: headers without messages, TCP and IP. With 40 bytes of TCP/IP a segment and messages of 100 bytes the ratio is about 7 : 1, not 435 : 1.</source>
        <translation>只是算术：仅计头部，不含消息、TCP 和 IP。若每个报文段加 40 字节 TCP/IP、消息 100 字节，比例约为 7 : 1，而不是 435 : 1。</translation>
    </message>
    <message>
        <source>Long polling alone, 150 ms each way: how many transits a message takes.</source>
        <translation>只用长轮询，单程 150 毫秒：看一条消息需要几次单程传输。</translation>
    </message>
    <message>
        <source>Long polling on a network that is far from fast (%1).</source>
        <translation>在很慢的网络上长轮询（%1）。</translation>
    </message>
    <message>
        <source>The RFC gives multiples of a transit, not times: 150 ms is PushLab&apos;s choice. Under load messages come in batches.</source>
        <translation>RFC 给出的是单程传输的倍数，而不是时间：150 毫秒由 PushLab 选定。负载高时消息会成批到达。</translation>
    </message>
    <message>
        <source>One client and five updates, one a second: how many requests and bytes each technique takes.</source>
        <translation>一个客户端，五次更新，每秒一次：看每种技术用多少请求和字节。</translation>
    </message>
    <message>
        <source>Five updates, one a second (%1).</source>
        <translation>五次更新，每秒一次（%1）。</translation>
    </message>
    <message>
        <source>HTTP/1.1; the page is included, WebSocket&apos;s frames are not.</source>
        <translation>HTTP/1.1；计入了页面，没有计入 WebSocket 的帧。</translation>
    </message>
    <message>
        <source>Open data of 5.2 kB every 5 s, by polling twice a second or by WebSocket.</source>
        <translation>开放数据每 5 秒 5.2 kB，每秒轮询两次或用 WebSocket。</translation>
    </message>
    <message>
        <source>Live open data: 5.2 kB every 5 s (%1).</source>
        <translation>实时开放数据：每 5 秒 5.2 kB（%1）。</translation>
    </message>
    <message>
        <source>100 to 25,000 clients on one thread. Its rule: a host must bear users / acceptable delay requests a second.</source>
        <translation>单线程上 100 到 25,000 个客户端。它的经验法则：主机每秒须承受的请求数 = 用户数 ÷ 可接受的延迟。</translation>
    </message>
    <message>
        <source>A chat of 1,000 clients with 92 messages a second, by long polling alone: what a host bears.</source>
        <translation>1,000 个客户端的聊天，每秒 92 条消息，只用长轮询：看主机能承受多少。</translation>
    </message>
    <message>
        <source>The chat benchmark of CometD (%1).</source>
        <translation>CometD 的聊天基准测试（%1）。</translation>
    </message>
    <message>
        <source>Each client is in 10 of 100 rooms. The turn-around is not published; it follows from the answers a second.</source>
        <translation>每个客户端在 100 个房间中的 10 个里。周转时间没有公布，由每秒应答数推得。</translation>
    </message>
    <message>
        <source>requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>header throughput</source>
        <translation>头部吞吐量</translation>
    </message>
    <message>
        <source>mean delay</source>
        <translation>平均延迟</translation>
    </message>
    <message>
        <source>median delay</source>
        <translation>延迟中位数</translation>
    </message>
    <message>
        <source>p99 of the delay</source>
        <translation>延迟的 p99</translation>
    </message>
    <message>
        <source>greatest delay</source>
        <translation>最大延迟</translation>
    </message>
    <message>
        <source>messages in</source>
        <translation>进入的消息</translation>
    </message>
    <message>
        <source>messages out</source>
        <translation>送出的消息</translation>
    </message>
    <message>
        <source>answers</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>most clients</source>
        <translation>最多客户端数</translation>
    </message>
    <message>
        <source>safe hold</source>
        <translation>安全的保持时间</translation>
    </message>
    <message>
        <source>poll interval</source>
        <translation>轮询间隔</translation>
    </message>
    <message>
        <source>bytes, polling to WebSocket</source>
        <translation>字节数，短轮询比 WebSocket</translation>
    </message>
    <message>
        <source>%1/s</source>
        <translation>%1/秒</translation>
    </message>
    <message>
        <source>%1 transits</source>
        <translation>%1 次单程</translation>
    </message>
    <message>
        <source>%1 with %2 clients</source>
        <translation>%1（%2 个客户端）</translation>
    </message>
    <message>
        <source>, </source>
        <comment>in a list</comment>
        <translation>，</translation>
    </message>
    <message>
        <source>%1 (from %2 clients)</source>
        <translation>%1（由 %2 个客户端推算）</translation>
    </message>
    <message>
        <source>en</source>
        <comment>this language&apos;s tag, as in &lt;html lang&gt;</comment>
        <translation>zh-CN</translation>
    </message>
    <message>
        <source>What each technique costs</source>
        <translation>每种技术的代价</translation>
    </message>
    <message>
        <source>measured</source>
        <translation>实测</translation>
    </message>
    <message>
        <source>theory</source>
        <translation>理论值</translation>
    </message>
    <message>
        <source>diff.</source>
        <translation>偏差</translation>
    </message>
    <message>
        <source>Published numbers</source>
        <translation>已发表的数字</translation>
    </message>
    <message>
        <source>published</source>
        <translation>原文</translation>
    </message>
    <message>
        <source>here</source>
        <translation>这里</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Share of the messages that had arrived after so long, from the host&apos;s acceptance on. Dashed: what theory expects. Marks: p50 and p95.</source>
        <translation>从主机接收起，经过该时间已送达的消息比例。虚线：理论预期。标记：p50 和 p95。</translation>
    </message>
    <message>
        <source>Share of messages received within a delay</source>
        <translation>在某延迟内收到的消息比例</translation>
    </message>
    <message>
        <source>delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>share of messages</source>
        <translation>消息比例</translation>
    </message>
    <message>
        <source>Bytes of a delivered message</source>
        <translation>每条送达消息的字节数</translation>
    </message>
    <message>
        <source>payload</source>
        <translation>有效载荷</translation>
    </message>
    <message>
        <source>HTTP or frame header</source>
        <translation>HTTP 头部或帧首部</translation>
    </message>
    <message>
        <source>TCP-IP (estimate)</source>
        <translation>TCP/IP（估计）</translation>
    </message>
    <message>
        <source>Requests a second</source>
        <translation>每秒请求数</translation>
    </message>
    <message>
        <source>Of all clients, in the first measurement of each.</source>
        <translation>全部客户端，各取第一次测量。</translation>
    </message>
    <message>
        <source>Requests a second over time</source>
        <translation>每秒请求数随时间的变化</translation>
    </message>
    <message>
        <source>seconds</source>
        <translation>秒</translation>
    </message>
    <message>
        <source>How it was measured</source>
        <translation>测量方法</translation>
    </message>
    <message>
        <source>host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>%1: published %2, here %3</source>
        <translation>%1：原文 %2，这里 %3</translation>
    </message>
    <message>
        <source>theory %1</source>
        <translation>理论值 %1</translation>
    </message>
    <message>
        <source>%1: %2 requests</source>
        <translation>%1：%2 个请求</translation>
    </message>
    <message>
        <source>The beginning of what one virtual client of each technique exchanged: up to %1 requests or frames.</source>
        <translation>每种技术中一个虚拟客户端最初收发的内容：最多 %1 个请求或帧。</translation>
    </message>
    <message>
        <source>messages sent</source>
        <translation>已发送消息</translation>
    </message>
    <message>
        <source>delivered / expected</source>
        <translation>送达 / 应送达</translation>
    </message>
    <message>
        <source>lost</source>
        <translation>丢失</translation>
    </message>
    <message>
        <source>repeated</source>
        <translation>重复</translation>
    </message>
    <message>
        <source>requests/min per client</source>
        <translation>每客户端请求/分钟</translation>
    </message>
    <message>
        <source>answers with nothing</source>
        <translation>空应答</translation>
    </message>
    <message>
        <source>bytes/min per client</source>
        <translation>每客户端字节/分钟</translation>
    </message>
    <message>
        <source>bytes up</source>
        <translation>上行字节</translation>
    </message>
    <message>
        <source>bytes down</source>
        <translation>下行字节</translation>
    </message>
    <message>
        <source>bytes to send the messages</source>
        <translation>发送消息用的字节</translation>
    </message>
    <message>
        <source>handshake per client</source>
        <translation>每客户端握手</translation>
    </message>
    <message>
        <source>bytes/message</source>
        <translation>字节/消息</translation>
    </message>
    <message>
        <source>messages with a delay (n)</source>
        <translation>有延迟数据的消息（n）</translation>
    </message>
    <message>
        <source>max</source>
        <translation>最大延迟</translation>
    </message>
    <message>
        <source>host&apos;s CPU per message</source>
        <translation>每条消息的主机 CPU</translation>
    </message>
    <message>
        <source>times the least bytes</source>
        <translation>字节数与最少者之比</translation>
    </message>
    <message>
        <source>times the least delay</source>
        <translation>延迟与最小者之比</translation>
    </message>
    <message>
        <source>fit of the delays (KS)</source>
        <translation>延迟分布的拟合（KS）</translation>
    </message>
    <message>
        <source>%1 ± %2 ms added each way</source>
        <translation>单程增加 %1 ± %2 毫秒</translation>
    </message>
    <message>
        <source>%1 ms added each way</source>
        <translation>单程增加 %1 毫秒</translation>
    </message>
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
        <source>%1, %2 of %3: %4</source>
        <comment>techniques, the measurement&apos;s number, how many, phase</comment>
        <translation>%1，第 %2 次，共 %3 次：%4</translation>
    </message>
    <message>
        <source>%1 elapsed, %2 left</source>
        <translation>已用 %1，剩余 %2</translation>
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
        <source>The host of this run did not start: %1</source>
        <translation>本次测量的主机没有启动：%1</translation>
    </message>
    <message>
        <source>a poll every %1 s, hold %2 s</source>
        <translation>每 %1 秒轮询一次，保持 %2 秒</translation>
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
        <source>seed %1</source>
        <translation>种子 %1</translation>
    </message>
    <message>
        <source>Long polling needs more requests than polling from %1 messages a second on.</source>
        <translation>从每秒 %1 条消息起，长轮询需要的请求比短轮询多。</translation>
    </message>
    <message>
        <source>Long polling and polling did not cross between these rates.</source>
        <translation>在这些速率之间，长轮询与短轮询没有交叉。</translation>
    </message>
    <message>
        <source>Theory: %1; the rule of thumb 1/T: %2.</source>
        <translation>理论值：%1；经验法则 1/T：%2。</translation>
    </message>
    <message>
        <source>messages/s</source>
        <translation>消息/秒</translation>
    </message>
    <message>
        <source>polling, requests/min</source>
        <translation>短轮询，请求/分钟</translation>
    </message>
    <message>
        <source>long polling, requests/min</source>
        <translation>长轮询，请求/分钟</translation>
    </message>
    <message>
        <source>rate %1 (%2 of %3): </source>
        <translation>速率 %1（第 %2 个，共 %3 个）：</translation>
    </message>
    <message>
        <source>with %1 %2</source>
        <comment>technique, delay</comment>
        <translation>%1 为 %2</translation>
    </message>
    <message>
        <source>%1 was faster: a message took %2 on average, %3.</source>
        <translation>%1 更快：每条消息平均用时 %2，%3。</translation>
    </message>
    <message>
        <source>%1 took %2 for each delivered message, %3 took %4: %5 times as many.</source>
        <translation>每送达一条消息，%1 用 %2，%3 用 %4，是前者的 %5 倍。</translation>
    </message>
    <message>
        <source>Nothing was measured.</source>
        <translation>没有测得任何数据。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: fewer than 30 messages were received.</source>
        <translation>无法判断 %1 和 %2 谁更快：收到的消息不足 30 条。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: they did not have the same rate of messages.</source>
        <translation>无法判断 %1 和 %2 谁更快：两者的消息速率不同。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: the clocks&apos; uncertainty (± %3) exceeds the difference.</source>
        <translation>无法判断 %1 和 %2 谁更快：时钟误差（± %3）大于两者之差。</translation>
    </message>
    <message>
        <source>Whether %1 or %2 is faster cannot be said: the difference is within chance.</source>
        <translation>无法判断 %1 和 %2 谁更快：差别在偶然范围之内。</translation>
    </message>
    <message>
        <source>No message was lost or repeated.</source>
        <translation>没有消息丢失或重复。</translation>
    </message>
    <message>
        <source>server-sent events</source>
        <translation>服务器推送事件（SSE）</translation>
    </message>
    <message numerus="yes">
        <source>Scaled: %n client(s) here, up to %1 there.</source>
        <translation>
            <numerusform>已缩放：这里 %n 个客户端，原文最多 %1 个。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n request(s) or connection(s) failed and had to be tried again.</source>
        <translation>
            <numerusform>%1：%n 个请求或连接失败后重试。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %n client(s) could connect within %2 s.</source>
        <translation>
            <numerusform>%2 秒内 %n 个客户端中只有 %1 个连接成功。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %n client(s) could connect.</source>
        <translation>
            <numerusform>%n 个客户端中只有 %1 个连接成功。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) each</source>
        <translation>
            <numerusform>每种 %n 个客户端</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) a second of %2 at equal distances</source>
        <translation>
            <numerusform>等间隔每秒 %1 条消息，每条 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) a second of %2 at random (Poisson)</source>
        <translation>
            <numerusform>随机（Poisson）每秒 %1 条消息，每条 %2</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 s after %2 s of warm-up, %n time(s)</source>
        <translation>
            <numerusform>预热 %2 秒后测 %1 秒，共 %n 次</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run lost %n message(s) and repeated %1.</source>
        <translation>
            <numerusform>本次测量丢失 %n 条消息，重复 %1 条。</numerusform>
        </translation>
    </message>
    <message>
        <source>connections opened</source>
        <translation>建立的连接</translation>
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
        <source>Hello! I asked once, and the answer never ends: each message is an event in it.</source>
        <translation>大家好！我只问了一次，答复永不结束：每条消息都是其中的一个事件。</translation>
    </message>
    <message>
        <source>Messages so far: %1. Streams opened for them: %2.</source>
        <translation>到目前为止收到 %1 条消息，为此打开了 %2 条流。</translation>
    </message>
    <message>
        <source>What I say goes by a request of its own: the stream has one direction.</source>
        <translation>我说的话要用另外一个请求发送：这条流只有一个方向。</translation>
    </message>
    <message>
        <source>I hear from you at once, and a browser needs no library for it.</source>
        <translation>我马上就能收到消息，浏览器不需要任何库。</translation>
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
    <name>HostFailure</name>
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
    <name>Marks</name>
    <message>
        <source>class split</source>
        <translation>全班分组</translation>
    </message>
    <message>
        <source>students choose</source>
        <translation>学生自选</translation>
    </message>
    <message>
        <source>network of a room</source>
        <translation>某房间的网络</translation>
    </message>
    <message>
        <source>network as it is</source>
        <translation>网络恢复原样</translation>
    </message>
    <message>
        <source>poll every %1 s</source>
        <translation>每 %1 秒轮询</translation>
    </message>
    <message>
        <source>hold %1 s</source>
        <translation>保持 %1 秒</translation>
    </message>
    <message>
        <source>generator off</source>
        <translation>生成器关闭</translation>
    </message>
    <message>
        <source>generator %1/s</source>
        <translation>生成器 %1 条/秒</translation>
    </message>
    <message>
        <source>cleared</source>
        <translation>已清空</translation>
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
    <message>
        <source>Mark: %1</source>
        <translation>标记：%1</translation>
    </message>
    <message>
        <source>The teacher has cleared the room. It begins anew here.</source>
        <translation>老师清空了房间，从这里重新开始。</translation>
    </message>
    <message>
        <source>from you</source>
        <translation>你发送的</translation>
    </message>
    <message>
        <source>The lesson is at its end: the worksheet has what the class has measured.</source>
        <translation>课程已到最后：学习单里有班级的测量结果。</translation>
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
    <name>Orders</name>
    <message>
        <source>The teacher has frozen the class: you can read, but not send.</source>
        <translation>老师已冻结课堂：可以阅读，不能发送。</translation>
    </message>
    <message>
        <source>The teacher has muted you: you can read, but not send.</source>
        <translation>老师已将你禁言：可以阅读，不能发送。</translation>
    </message>
    <message>
        <source>The class is split: your part uses %1.</source>
        <translation>全班已分组：你的组使用 %1。</translation>
    </message>
    <message>
        <source>The teacher has set %1 for you.</source>
        <translation>老师为你指定了 %1。</translation>
    </message>
    <message>
        <source>The teacher calls you %1.</source>
        <translation>老师把你的名字改为 %1。</translation>
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
    <name>OwnNumbers</name>
    <message>
        <source>Requests</source>
        <translation>请求</translation>
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
        <source>Delays measured</source>
        <translation>已测延迟数</translation>
    </message>
    <message>
        <source>Set aside</source>
        <translation>未计入</translation>
    </message>
    <message>
        <source>My numbers</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>%1 in room %2, %3</source>
        <extracomment>on a printed page: a member, its room, date and time</extracomment>
        <translation>%1，房间 %2，%3</translation>
    </message>
    <message>
        <source>Payload up, KB</source>
        <translation>上行有效载荷（KB）</translation>
    </message>
    <message>
        <source>Payload down, KB</source>
        <translation>下行有效载荷（KB）</translation>
    </message>
    <message>
        <source>Payload is what a program can see: bodies and frames’ contents. What headers add, the host counts.</source>
        <translation>有效载荷是程序能看到的部分：正文和帧的内容。头部增加的字节由主机计数。</translation>
    </message>
</context>
<context>
    <name>Prediction</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Nearest: %1</source>
        <translation>最接近：%1</translation>
    </message>
    <message>
        <source>Nearest, a tie of %1 members: %2</source>
        <translation>最接近，%1 名成员并列：%2</translation>
    </message>
    <message>
        <source> — %1</source>
        <translation> — %1</translation>
    </message>
    <message>
        <source>Nobody has guessed.</source>
        <translation>没有人猜测。</translation>
    </message>
    <message>
        <source>Guesses: %1; their median: %2</source>
        <translation>猜测：%1；中位数：%2</translation>
    </message>
    <message>
        <source>Answer: %1</source>
        <translation>答案：%1</translation>
    </message>
    <message>
        <source>Theory: %1</source>
        <translation>理论：%1</translation>
    </message>
    <message>
        <source>Measured: %1 ± %2 (n = %3), %4</source>
        <translation>测得：%1 ± %2（n = %3），%4</translation>
    </message>
</context>
<context>
    <name>QCommandLineParser</name>
    <message>
        <source>Unknown option &apos;%1&apos;.</source>
        <translation>未知选项“%1”。</translation>
    </message>
    <message>
        <source>Unknown options: %1.</source>
        <translation>未知选项：%1。</translation>
    </message>
    <message>
        <source>Missing value after &apos;%1&apos;.</source>
        <translation>“%1”之后缺少值。</translation>
    </message>
    <message>
        <source>Unexpected value after &apos;%1&apos;.</source>
        <translation>“%1”之后不应有值。</translation>
    </message>
</context>
<context>
    <name>Race</name>
    <message>
        <source>Race %1: you had it, by %2.</source>
        <translation>第 %1 次赛跑：你收到了（%2）。</translation>
    </message>
    <message>
        <source>Race %1: you had it after %2, by %3.</source>
        <translation>第 %1 次赛跑：你在 %2 后收到（%3）。</translation>
    </message>
    <message>
        <source>Race %1</source>
        <translation>第 %1 次赛跑</translation>
    </message>
    <message>
        <source>Race %1: nobody answered.</source>
        <translation>第 %1 次赛跑：没有人回应。</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <extracomment>a place, a technique, its median delay</extracomment>
        <translation>%1：%2，%3</translation>
    </message>
    <message>
        <source>Race %1, by median. %2</source>
        <extracomment>%2 are places, techniques and their median delays</extracomment>
        <translation>第 %1 次赛跑，按中位数。%2</translation>
    </message>
    <message>
        <source>Race %1 is closed. Answered: %2. Silent: %3.</source>
        <translation>第 %1 次赛跑已结束。已回应：%2。未回应：%3。</translation>
    </message>
    <message>
        <source>Race %1 closes in %2 s. Answered: %3. Not yet: %4.</source>
        <translation>第 %1 次赛跑在 %2 秒后结束。已回应：%3。尚未：%4。</translation>
    </message>
    <message>
        <source>First by its median: %1.</source>
        <translation>按中位数最先：%1。</translation>
    </message>
    <message>
        <source>Tied for the first place, as far as the clocks tell: %1.</source>
        <translation>就时钟所能判断，并列第一：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1, tied</source>
        <translation>%1（并列）</translation>
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
    <message>
        <source>Connections
opened</source>
        <translation>建立的
连接</translation>
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
    <name>SessionFault</name>
    <message>
        <source>%1 is no recorded class, or its beginning is damaged.</source>
        <translation>%1 不是课堂记录，或者其开头已损坏。</translation>
    </message>
    <message>
        <source>%1 was recorded by a newer PushLab (format %2, this one reads up to %3); open it with that one.</source>
        <translation>%1 是由更新版本的 PushLab 记录的（格式 %2，本版本最高可读 %3）；请用那个版本打开。</translation>
    </message>
    <message>
        <source>%1 cannot be read: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>The recording was cut off; it can be played up to %1.</source>
        <translation>记录被截断；可以播放到 %1。</translation>
    </message>
    <message>
        <source>The recording is damaged; it can be played up to %1.</source>
        <translation>记录已损坏；可以播放到 %1。</translation>
    </message>
</context>
<context>
    <name>StorageFault</name>
    <message>
        <source>the database %1 cannot be opened; see that its folder is there and may be written to</source>
        <translation>数据库 %1 无法打开；请检查它所在的文件夹是否存在、是否可写</translation>
    </message>
    <message>
        <source>%1 is no database; name another file, or move it away</source>
        <translation>%1 不是数据库；请换一个文件，或把它移走</translation>
    </message>
    <message>
        <source>%1 is a database of another program; name another file</source>
        <translation>%1 是另一个程序的数据库；请换一个文件</translation>
    </message>
    <message>
        <source>the database %1 was written by a newer PushLab; use that one, or name another file</source>
        <translation>数据库 %1 由更新版本的 PushLab 写入；请用那个版本，或换一个文件</translation>
    </message>
    <message>
        <source>the database %1 is damaged; move it away and start afresh</source>
        <translation>数据库 %1 已损坏；请把它移走，重新开始</translation>
    </message>
    <message>
        <source>the database %1 may not be written to; change its permissions, or name another file</source>
        <translation>数据库 %1 不可写；请修改它的权限，或换一个文件</translation>
    </message>
    <message>
        <source>the database %1 is in use by another host; stop that one, or name another file</source>
        <translation>数据库 %1 正被另一台主机使用；请停止那台主机，或换一个文件</translation>
    </message>
    <message>
        <source>there is no room on the disk for the database %1; free some, or name a file elsewhere</source>
        <translation>磁盘上没有空间存放数据库 %1；请腾出一些空间，或换一个位置的文件</translation>
    </message>
    <message>
        <source>the database %1 cannot be read or written; see to its disk and to the largest size of a file (ulimit -f), or name a file elsewhere</source>
        <translation>数据库 %1 无法读写；请检查磁盘和文件大小上限（ulimit -f），或换一个位置的文件</translation>
    </message>
    <message>
        <source>the database %1 cannot be used</source>
        <translation>数据库 %1 无法使用</translation>
    </message>
    <message>
        <source>the database %1 was not read to its end</source>
        <translation>数据库 %1 没有读完</translation>
    </message>
    <message>
        <source>the database %1 cannot be copied to be read: %2</source>
        <translation>数据库 %1 无法复制以供读取：%2</translation>
    </message>
    <message>
        <source>the database %1 has no room &quot;%2&quot;</source>
        <translation>数据库 %1 里没有房间“%2”</translation>
    </message>
    <message>
        <source>the room &quot;%2&quot; has messages already; import into another one</source>
        <translation>房间“%2”里已有消息；请导入到另一个房间</translation>
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
    <message>
        <source>Server-sent events</source>
        <translation>服务器推送事件（SSE）</translation>
    </message>
    <message>
        <source>Events</source>
        <comment>server-sent events, on a button</comment>
        <translation>SSE</translation>
    </message>
</context>
<context>
    <name>TlsFault</name>
    <message>
        <source>The certificate&apos;s or key&apos;s file has no name.</source>
        <translation>证书或密钥的文件没有名称。</translation>
    </message>
    <message>
        <source>Cannot read %1: %2.</source>
        <translation>无法读取 %1：%2。</translation>
    </message>
    <message>
        <source>%1 is too large to be a certificate or a key.</source>
        <translation>%1 太大，不可能是证书或密钥。</translation>
    </message>
    <message>
        <source>%1 holds no certificate in PEM form; make one of a DER file with: openssl x509 -inform der -in FILE -out FILE.pem.</source>
        <translation>%1 中没有 PEM 格式的证书；DER 文件可用此命令转换：openssl x509 -inform der -in 文件 -out 文件.pem。</translation>
    </message>
    <message>
        <source>The certificate in %1 is damaged; copy or make it anew.</source>
        <translation>%1 中的证书已损坏；请重新复制或生成。</translation>
    </message>
    <message>
        <source>%1 holds no private key in PEM form; give the key&apos;s file with --tls-key.</source>
        <translation>%1 中没有 PEM 格式的私钥；请用 --tls-key 给出密钥的文件。</translation>
    </message>
    <message>
        <source>The private key in %1 is encrypted; decrypt it with: openssl pkey -in FILE -out FILE.key.</source>
        <translation>%1 中的私钥已加密；可用此命令解密：openssl pkey -in 文件 -out 文件.key。</translation>
    </message>
    <message>
        <source>The private key in %1 is damaged or of a kind that is not known; copy or make it anew.</source>
        <translation>%1 中的私钥已损坏或类型未知；请重新复制或生成。</translation>
    </message>
    <message>
        <source>The private key in %1 does not belong to the certificate in %2.</source>
        <translation>%1 中的私钥与 %2 中的证书不匹配。</translation>
    </message>
    <message>
        <source>The private key in %1 is too short to be safe; use RSA with 2048 bits or more, or EC P-256.</source>
        <translation>%1 中的私钥太短，不够安全；请使用 2048 位以上的 RSA，或 EC P-256。</translation>
    </message>
    <message>
        <source>Cannot make the folder %1 for the certificate.</source>
        <translation>无法为证书创建文件夹 %1。</translation>
    </message>
    <message>
        <source>OpenSSL could not make a certificate.</source>
        <translation>OpenSSL 未能生成证书。</translation>
    </message>
    <message>
        <source>Cannot keep the certificate in %1: %2.</source>
        <translation>无法将证书保存到 %1：%2。</translation>
    </message>
    <message>
        <source>The certificate has expired; browsers will warn of it.</source>
        <translation>证书已过期；浏览器会发出警告。</translation>
    </message>
    <message>
        <source>The certificate is not valid yet; is this computer&apos;s clock right? Browsers will warn of it.</source>
        <translation>证书尚未生效；这台计算机的时钟准确吗？浏览器会发出警告。</translation>
    </message>
    <message>
        <source>The certificate of the last time is not valid yet, by this computer&apos;s clock, and was made anew.</source>
        <translation>按这台计算机的时钟，上次的证书尚未生效，已重新生成。</translation>
    </message>
    <message>
        <source>The certificate of the last time is of no use and was made anew: %1</source>
        <translation>上次的证书无法使用，已重新生成：%1</translation>
    </message>
</context>
<context>
    <name>Traffic</name>
    <message>
        <source>Not a regular expression: %1, at character %2</source>
        <translation>不是正则表达式：%1，在第 %2 个字符处</translation>
    </message>
    <message>
        <source>Continuation</source>
        <translation>延续</translation>
    </message>
    <message>
        <source>Text</source>
        <translation>文本</translation>
    </message>
    <message>
        <source>Binary</source>
        <translation>二进制</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Ping</source>
        <translation>Ping</translation>
    </message>
    <message>
        <source>Pong</source>
        <translation>Pong</translation>
    </message>
    <message>
        <source>Message</source>
        <translation>消息</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>注释</translation>
    </message>
    <message>
        <source>Request</source>
        <translation>请求</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>应答</translation>
    </message>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Frame</source>
        <translation>帧</translation>
    </message>
    <message>
        <source>Other bytes</source>
        <translation>其他字节</translation>
    </message>
    <message>
        <source>To the host</source>
        <translation>发往主机</translation>
    </message>
    <message>
        <source>From the host</source>
        <translation>来自主机</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1: header %2, payload %3</source>
        <translation>%1：首部 %2，载荷 %3</translation>
    </message>
    <message>
        <source>TLS added %1</source>
        <translation>TLS 增加 %1</translation>
    </message>
    <message>
        <source>took %1</source>
        <translation>用时 %1</translation>
    </message>
    <message>
        <source>message %1</source>
        <translation>消息 %1</translation>
    </message>
    <message>
        <source>messages %1 to %2</source>
        <translation>消息 %1 到 %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <extracomment>the name of a part of the bytes, and what it is for</extracomment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <extracomment>a sentence, and the section of a standard</extracomment>
        <translation>%1（%2）</translation>
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
        <source>%1 up, %2 down</source>
        <translation>上行 %1，下行 %2</translation>
    </message>
    <message>
        <source>Since the member came in:</source>
        <translation>自该成员进入以来：</translation>
    </message>
    <message numerus="yes">
        <source>History, not counted as delivered: %Ln message(s), %1</source>
        <translation>
            <numerusform>历史消息（不计入送达）：%Ln 条，%1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>UsedName</name>
    <message>
        <source>The file %1 is in use by another host.</source>
        <translation>文件 %1 正被另一个主机使用。</translation>
    </message>
    <message>
        <source>The file %1 cannot be moved.</source>
        <translation>无法移动文件 %1。</translation>
    </message>
    <message>
        <source>A class of the name %1 was held before. Continue it?</source>
        <translation>以前开过名为 %1 的课堂，要继续吗？</translation>
    </message>
    <message>
        <source>It was held last on %1. A new one begins without its messages: they are moved to %2, in place of what is there.</source>
        <translation>上次上课是 %1。新课堂不含以前的消息：它们会移到 %2，取代那里的内容。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>A new class</source>
        <translation>新课堂</translation>
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
    <name>VirtualMembers</name>
    <message numerus="yes">
        <source>%n virtual client(s)</source>
        <translation>
            <numerusform>%n 个虚拟客户端</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::BansDialog</name>
    <message>
        <source>everybody there</source>
        <translation>该处所有人</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名）</translation>
    </message>
    <message>
        <source>any</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>all rooms</source>
        <translation>所有房间</translation>
    </message>
    <message>
        <source>Nobody is banned.</source>
        <translation>没有人被封禁。</translation>
    </message>
    <message>
        <source>Who is banned cannot come in. Bans last until the host ends.</source>
        <translation>被封禁者无法进入。封禁持续到主机结束。</translation>
    </message>
    <message>
        <source>Banned members</source>
        <translation>已封禁的成员</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Address</source>
        <translation>地址</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
    <message>
        <source>Lift the ban</source>
        <translation>解除封禁</translation>
    </message>
    <message>
        <source>Lift all bans</source>
        <translation>解除所有封禁</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
    <name>pushlab::app::ChartsView</name>
    <message>
        <source>How it went</source>
        <translation>课堂走势</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ChatView</name>
    <message>
        <source>Chat</source>
        <translation>聊天</translation>
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
    <message>
        <source>All rooms begin anew, for everybody; nobody is disconnected.</source>
        <translation>所有房间对所有人重新开始，不会断开任何人。</translation>
    </message>
    <message>
        <source>Clear the messages of the class?</source>
        <translation>清空课堂的消息？</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>清空</translation>
    </message>
    <message>
        <source>Clear…</source>
        <translation>清空…</translation>
    </message>
    <message>
        <source>All rooms begin anew, empty; nobody is disconnected</source>
        <translation>所有房间清空并重新开始，不会断开任何人</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ClassLead</name>
    <message>
        <source>Mark this moment</source>
        <translation>标记这一刻</translation>
    </message>
    <message>
        <source>A word for it, in all curves and in the messages; without one it has a number.</source>
        <translation>标记词会出现在所有曲线和消息中；不填则用编号。</translation>
    </message>
    <message>
        <source>Mark</source>
        <translation>标记</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
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
        <translation>封禁 %1？</translation>
    </message>
    <message>
        <source>Send %1 out?</source>
        <translation>请出 %1？</translation>
    </message>
    <message>
        <source>Ban</source>
        <translation>封禁</translation>
    </message>
    <message>
        <source>Send out</source>
        <translation>请出</translation>
    </message>
    <message>
        <source>Withdraw this message?</source>
        <translation>撤回这条消息？</translation>
    </message>
    <message>
        <source>It disappears from every view, and its text from the memory and the database of this host. Files that were saved before keep it.</source>
        <translation>它会从所有界面消失，其文字也会从本主机的内存和数据库中删除。此前保存的文件仍会保留它。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ClassRecording</name>
    <message>
        <source>The recording cannot be written to %1: %2.</source>
        <translation>无法把记录写入 %1：%2。</translation>
    </message>
    <message>
        <source>The recording ends here, for %1 cannot be written: %2. The class goes on, and what was recorded can be used.</source>
        <translation>记录到此为止，因为无法写入 %1：%2。课堂继续，已记录的内容可以使用。</translation>
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
    <message>
        <source>Somebody is called %1 here already.</source>
        <translation>这里已经有人叫 %1。</translation>
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
    <name>pushlab::app::CompareRunner</name>
    <message>
        <source>This holds, and must not: %1</source>
        <translation>不应成立的条件成立了：%1</translation>
    </message>
    <message>
        <source>Cannot write %1: %2</source>
        <translation>无法写入 %1：%2</translation>
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
    <name>pushlab::app::FigureCard</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
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
        <source>openings/min per member</source>
        <translation>次建立连接/分钟（每名成员）</translation>
    </message>
    <message>
        <source>requests/min per member</source>
        <translation>次请求/分钟（每名成员）</translation>
    </message>
    <message>
        <source>Bytes a message</source>
        <translation>每条字节数</translation>
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
    <name>pushlab::app::FiguresView</name>
    <message>
        <source>What each technique costs</source>
        <translation>每种技术的代价</translation>
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
    <name>pushlab::app::GeneratorDialog</name>
    <message>
        <source>Message generator</source>
        <translation>消息生成器</translation>
    </message>
    <message>
        <source>Messages per second</source>
        <translation>每秒消息数</translation>
    </message>
    <message>
        <source>Size of each</source>
        <translation>每条大小</translation>
    </message>
    <message>
        <source> B</source>
        <extracomment>bytes, after a number</extracomment>
        <translation> 字节</translation>
    </message>
    <message>
        <source>none</source>
        <extracomment>of a rate: no messages</extracomment>
        <translation>无</translation>
    </message>
    <message>
        <source>At random times (Poisson)</source>
        <translation>随机时刻（泊松）</translation>
    </message>
    <message>
        <source>The host itself says something into the class&apos;s room, so that a silent class measures, too. These messages are delivered like all others, and count as nobody&apos;s sends.</source>
        <translation>主机自己在课堂的房间里发言，使安静的课堂也能测量。这些消息与其他消息一样送达，不计入任何人的发送数。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HandshakePanel</name>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>1. The client draws 16 random bytes and sends them in Base64, as Sec-WebSocket-Key:</source>
        <translation>1. 客户端随机生成 16 个字节，以 Base64 编码放在 Sec-WebSocket-Key 中发送：</translation>
    </message>
    <message>
        <source>2. The host joins the key with a GUID that is the same for everybody (RFC 6455 1.3):</source>
        <translation>2. 主机把这个密钥与一个人人相同的 GUID 连接起来（RFC 6455 1.3）：</translation>
    </message>
    <message>
        <source>3. It computes SHA-1 of this text, 20 bytes:</source>
        <translation>3. 主机计算这段文字的 SHA-1，共 20 个字节：</translation>
    </message>
    <message>
        <source>4. In Base64, this is the accept value:</source>
        <translation>4. 编码为 Base64，就是 accept 值：</translation>
    </message>
    <message>
        <source>5. The host answers with Sec-WebSocket-Accept:</source>
        <translation>5. 主机在 Sec-WebSocket-Accept 中应答：</translation>
    </message>
    <message>
        <source>(the answer is not among the rows)</source>
        <translation>（这些行里没有它的应答）</translation>
    </message>
    <message>
        <source>The same: who answers has read the key, and is no cache and no other protocol.</source>
        <translation>相同：应答者读过密钥，不是缓存，也不是别的协议。</translation>
    </message>
    <message>
        <source>Not the same: the client has to end the connection.</source>
        <translation>不同：客户端必须断开连接。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HeadlessHost</name>
    <message>
        <source>For the teacher alone: %1</source>
        <translation>仅供教师：%1</translation>
    </message>
    <message>
        <source>Certificate&apos;s fingerprint (SHA-256): %1</source>
        <translation>证书指纹（SHA-256）：%1</translation>
    </message>
    <message>
        <source>Port %1 is taken; this host uses %2.</source>
        <translation>端口 %1 已被占用；本主机使用 %2。</translation>
    </message>
    <message>
        <source>Ctrl+C ends the class.</source>
        <translation>按 Ctrl+C 结束课堂。</translation>
    </message>
    <message>
        <source>The class is in memory only, under a new epoch: it ends with this host.</source>
        <translation>课堂只在内存里，并已重新开始：主机结束时课堂也随之消失。</translation>
    </message>
    <message>
        <source>Also at: %1</source>
        <translation>也可用：%1</translation>
    </message>
    <message>
        <source>The network has changed. The class is now at %1</source>
        <translation>网络已变化。课堂现在位于 %1</translation>
    </message>
    <message>
        <source>Nothing here can keep this computer awake: when it goes to sleep, the class stands still.</source>
        <translation>这里没有任何服务能让这台电脑保持唤醒：它一休眠，课堂就停住了。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HeadlessJoin</name>
    <message>
        <source>Now by %1.</source>
        <translation>现在用 %1。</translation>
    </message>
    <message>
        <source>Cannot join %1: no answer within %2 s.</source>
        <translation>无法加入 %1：%2 秒内没有应答。</translation>
    </message>
    <message>
        <source>The technique is set by the host for the whole class.</source>
        <translation>技术由主机为全班指定。</translation>
    </message>
    <message>
        <source>A message of %1 characters was not sent: it is too long.</source>
        <translation>一条 %1 个字符的消息没有发送：太长。</translation>
    </message>
    <message>
        <source>The host does not let this client in: %1</source>
        <translation>主机不让此客户端进入：%1</translation>
    </message>
    <message>
        <source>the class has a PIN; give it with --pin.</source>
        <translation>课堂设了 PIN；请用 --pin 给出。</translation>
    </message>
    <message>
        <source>Cannot join %1: %2</source>
        <translation>无法加入 %1：%2</translation>
    </message>
    <message>
        <source>Connection lost (%1). Trying again in %2 s.</source>
        <translation>连接已断开（%1）。%2 秒后重试。</translation>
    </message>
    <message>
        <source>Joined %1 at %2 by %3.</source>
        <translation>已用 %3 加入 %2 的 %1。</translation>
    </message>
    <message>
        <source>Connected again.</source>
        <translation>已重新连接。</translation>
    </message>
    <message>
        <source>The room began anew; earlier messages may be missing.</source>
        <translation>房间已重新开始；之前的消息可能缺失。</translation>
    </message>
    <message>
        <source>The host refused a message: %1</source>
        <translation>主机拒绝了一条消息：%1</translation>
    </message>
    <message>
        <source>Cannot join %1: its certificate cannot be checked.</source>
        <translation>无法加入 %1：无法验证其证书。</translation>
    </message>
    <message>
        <source>no authority vouches for its certificate</source>
        <translation>没有证书机构为其证书担保</translation>
    </message>
    <message>
        <source>its certificate is not the one that was trusted</source>
        <translation>其证书不是之前信任的那一张</translation>
    </message>
    <message>
        <source>Cannot join %1: %2. If the host shows this fingerprint, join with --fingerprint %3</source>
        <translation>无法加入 %1：%2。如果主机显示的是此指纹，请用 --fingerprint %3 加入</translation>
    </message>
    <message>
        <source>/technique needs %1.</source>
        <translation>/technique 需要 %1。</translation>
    </message>
    <message>
        <source>The host does not offer %1.</source>
        <translation>主机不提供 %1。</translation>
    </message>
    <message>
        <source>Something on the way to the host keeps %1 from getting through as it should.</source>
        <translation>通往主机的路上有什么妨碍 %1 正常通过。</translation>
    </message>
    <message>
        <source>Cannot join %1: the class is locked.</source>
        <translation>无法加入 %1：课堂已锁定。</translation>
    </message>
    <message>
        <source>The teacher has frozen the class: nobody can send.</source>
        <translation>老师已冻结课堂：谁都不能发送。</translation>
    </message>
    <message>
        <source>The class goes on.</source>
        <translation>课堂继续。</translation>
    </message>
    <message>
        <source>The teacher has muted you: you can read, but not send.</source>
        <translation>老师已将你禁言：可以阅读，不能发送。</translation>
    </message>
    <message>
        <source>You can send again.</source>
        <translation>可以重新发送了。</translation>
    </message>
    <message>
        <source>The class is split: you use %1.</source>
        <translation>全班已分组：你使用 %1。</translation>
    </message>
    <message>
        <source>Mark: %1</source>
        <translation>标记：%1</translation>
    </message>
    <message>
        <source>The class is locked: nobody new can come in. Waiting until the teacher unlocks it.</source>
        <translation>课堂已锁定，不再接纳新成员。正在等待老师解锁。</translation>
    </message>
    <message>
        <source>The teacher has cleared the room; it begins anew.</source>
        <translation>老师清空了房间，从头开始。</translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) were not acknowledged by the host.</source>
        <translation>
            <numerusform>主机没有确认 %n 条消息。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are missing: the room&apos;s log no longer has them.</source>
        <translation>
            <numerusform>缺少 %n 条消息：房间的记录里已经没有。</numerusform>
        </translation>
    </message>
    <message>
        <source>The teacher has withdrawn message %1.</source>
        <translation>老师撤回了第 %1 条消息。</translation>
    </message>
    <message>
        <source>Race %1: received after %2 ms.</source>
        <translation>第 %1 次赛跑：%2 ms 后收到。</translation>
    </message>
    <message>
        <source>Race %1: received.</source>
        <translation>第 %1 次赛跑：已收到。</translation>
    </message>
    <message>
        <source>There is no command /%1. There are /technique and /guess; // sends a text that begins with /.</source>
        <translation>没有命令 /%1。有 /technique 和 /guess；用 // 发送以 / 开头的文字。</translation>
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
    <name>pushlab::app::HexView</name>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>No row is chosen</source>
        <translation>没有选中任何行</translation>
    </message>
    <message>
        <source>Byte %1: %2</source>
        <extracomment>for screen readers; %2 has hexadecimal digits</extracomment>
        <translation>字节 %1：%2</translation>
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
    <message>
        <source>Open connections: %1</source>
        <translation>当前连接：%1</translation>
    </message>
    <message>
        <source>May go to sleep</source>
        <translation>可能会休眠</translation>
    </message>
    <message>
        <source>Nothing here can keep this computer awake: when it goes to sleep, the class stands still.</source>
        <translation>这里没有任何服务能让这台电脑保持唤醒：它一休眠，课堂就停住了。</translation>
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
        <source>Offered …</source>
        <translation>可选技术…</translation>
    </message>
    <message>
        <source>What students may choose from</source>
        <translation>学生可以选择的技术</translation>
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
    <message>
        <source>Generator: %1/s</source>
        <extracomment>%1 is a number of messages per second</extracomment>
        <translation>生成器：%1 条/秒</translation>
    </message>
    <message>
        <source>Generator …</source>
        <translation>生成器…</translation>
    </message>
    <message>
        <source>split the class</source>
        <translation>分组</translation>
    </message>
    <message>
        <source>An equal part of the members for each technique that is offered</source>
        <translation>可选的每种技术各分到同样多的成员</translation>
    </message>
    <message>
        <source>Let the host itself say something, so that a silent class measures, too</source>
        <translation>让主机自己发言，使安静的课堂也能测量</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Let nobody but you send; what was typed stays</source>
        <translation>除你之外谁都不能发送；已输入的文字保留</translation>
    </message>
    <message>
        <source>Mark …</source>
        <translation>标记…</translation>
    </message>
    <message>
        <source>Put a line with a word into all curves and the messages: Ctrl+M</source>
        <translation>在所有曲线和消息中加一条带标记词的线：Ctrl+M</translation>
    </message>
    <message>
        <source>Put a line with a word into all curves and the messages</source>
        <translation>在所有曲线和消息里放一条带字的标记线</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>赛跑</translation>
    </message>
    <message>
        <source>Send one message to everybody at once, and see who has it when</source>
        <translation>同时给所有人发一条消息，看谁在何时收到</translation>
    </message>
    <message>
        <source>Projector</source>
        <translation>投影</translation>
    </message>
    <message>
        <source>What the class sees, in a window of its own, led by keys: F11</source>
        <translation>给全班看的内容，在单独的窗口中，用按键操作：F11</translation>
    </message>
    <message>
        <source>Open or close the projector&apos;s window</source>
        <translation>打开或关闭投影窗口</translation>
    </message>
</context>
<context>
    <name>pushlab::app::HostWindow</name>
    <message>
        <source>The PIN could not be kept for the next time.</source>
        <translation>无法为下次保存 PIN。</translation>
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
    <message>
        <source>Student</source>
        <translation>学生</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
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
    <name>pushlab::app::JoinOverlay</name>
    <message>
        <source>Open in a browser</source>
        <translation>用浏览器打开</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
</context>
<context>
    <name>pushlab::app::JoinPanel</name>
    <message>
        <source>Joined: %1</source>
        <translation>已加入：%1</translation>
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
    <message>
        <source>Open in the browser</source>
        <translation>在浏览器中打开</translation>
    </message>
    <message>
        <source>The page with which students join, on this computer</source>
        <translation>在本机打开学生加入课堂的页面</translation>
    </message>
    <message>
        <source>Join from here</source>
        <translation>从本机加入</translation>
    </message>
    <message>
        <source>Opens a window of the chat, as a student has it</source>
        <translation>打开学生所见的聊天窗口</translation>
    </message>
    <message numerus="yes">
        <source>%Ln are in another room</source>
        <translation>
            <numerusform>%Ln 人在其他房间</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::JoinQuestion</name>
    <message>
        <source>Nothing is asked now, so there is nothing to guess.</source>
        <translation>现在没有提问，无需猜测。</translation>
    </message>
    <message>
        <source>This question takes no guesses any more.</source>
        <translation>这个问题不再接受猜测。</translation>
    </message>
    <message>
        <source>/guess needs a number from 0 to %1, as in /guess 12.5</source>
        <translation>/guess 后面必须是 0 到 %1 之间的数，例如 /guess 12.5</translation>
    </message>
    <message>
        <source>The question has been taken back.</source>
        <translation>问题已撤回。</translation>
    </message>
    <message>
        <source>No more guesses: now it is measured.</source>
        <translation>猜测已结束，现在开始测量。</translation>
    </message>
    <message>
        <source>The teacher asks: %1</source>
        <translation>老师提问：%1</translation>
    </message>
    <message>
        <source>Guess with /guess NUMBER.</source>
        <translation>用 /guess 加数字来猜。</translation>
    </message>
    <message>
        <source>Guess with /guess NUMBER, in %1.</source>
        <translation>用 /guess 加数字来猜，单位：%1。</translation>
    </message>
    <message>
        <source>Your guess: %1. You may change it until the question is closed.</source>
        <translation>你的猜测：%1。提问结束前可以修改。</translation>
    </message>
    <message>
        <source>Your guess: %1</source>
        <translation>你的猜测：%1</translation>
    </message>
    <message>
        <source>Your guess was not taken: %1</source>
        <translation>你的猜测未被接受：%1</translation>
    </message>
</context>
<context>
    <name>pushlab::app::JoinView</name>
    <message>
        <source>Joined: %1</source>
        <translation>已加入：%1</translation>
    </message>
    <message>
        <source>QR code of %1</source>
        <translation>%1 的二维码</translation>
    </message>
    <message>
        <source>The class is not open.</source>
        <translation>课堂尚未开放。</translation>
    </message>
    <message>
        <source>Join the class</source>
        <translation>加入课堂</translation>
    </message>
    <message>
        <source>Open in a browser</source>
        <translation>用浏览器打开</translation>
    </message>
    <message>
        <source>PIN</source>
        <translation>PIN 码</translation>
    </message>
    <message>
        <source>Room</source>
        <translation>房间</translation>
    </message>
</context>
<context>
    <name>pushlab::app::KeepAwake</name>
    <message>
        <source>A class is at work</source>
        <translation>正在上课</translation>
    </message>
</context>
<context>
    <name>pushlab::app::LadderPage</name>
    <message>
        <source>The first %1</source>
        <translation>最先的 %1 个</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>时序图</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>定格</translation>
    </message>
    <message>
        <source>The picture stands still (Space)</source>
        <translation>画面静止（空格键）</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>后退一步</translation>
    </message>
    <message>
        <source>To the arrow before (Up)</source>
        <translation>到上一个箭头（上方向键）</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>前进一步</translation>
    </message>
    <message>
        <source>To the next arrow (Down)</source>
        <translation>到下一个箭头（下方向键）</translation>
    </message>
    <message>
        <source>Slow motion 1/10</source>
        <translation>慢放 1/10</translation>
    </message>
    <message>
        <source>A tenth of the speed, and ten times the detail, from now on</source>
        <translation>从现在起，以十分之一的速度、十倍的细节播放</translation>
    </message>
    <message>
        <source>Lanes …</source>
        <translation>成员线…</translation>
    </message>
    <message>
        <source>Which members have a lane: at most %1; the others are summed up</source>
        <translation>哪些成员各有一条线：最多 %1 个，其余的合在一起</translation>
    </message>
    <message>
        <source>Time in sight</source>
        <translation>显示的时间长度</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n 秒</numerusform>
        </translation>
    </message>
    <message>
        <source>Bar: a request is held. Thick arrow with a square: carries a message. ◆: the teacher&apos;s word. Colours are the techniques&apos;. Rest the mouse on an arrow for its bytes and times.</source>
        <translation>粗条：请求正被保持。带方块的粗箭头：携带消息。◆：老师的指令。颜色表示技术。把鼠标停在箭头上，可看到字节数和时间。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::LadderView</name>
    <message>
        <source>Ladder</source>
        <translation>时序图</translation>
    </message>
    <message>
        <source>Nobody has sent or received anything yet</source>
        <translation>还没有人发送或接收过什么</translation>
    </message>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>其余 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Held for %1 so far, since %2</source>
        <translation>已保持 %1，自 %2 起</translation>
    </message>
    <message>
        <source>Held for %1, from %2 to %3</source>
        <translation>保持了 %1，从 %2 到 %3</translation>
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
    <name>pushlab::app::LessonPage</name>
    <message>
        <source>End the lesson</source>
        <translation>结束课程</translation>
    </message>
    <message>
        <source>Start the lesson</source>
        <translation>开始课程</translation>
    </message>
    <message>
        <source>A lesson leads you and the class from step to step: it sets the techniques, asks the questions and shows the results. Your own lessons are files: pushlab host --lessons FOLDER.</source>
        <translation>课程会一步一步带领你和班级：设定技术、提出问题、显示结果。你自己的课程是文件：pushlab host --lessons FOLDER。</translation>
    </message>
    <message>
        <source>Step %1 of %2</source>
        <translation>第 %1 步，共 %2 步</translation>
    </message>
    <message>
        <source>For you: %1</source>
        <translation>给老师：%1</translation>
    </message>
    <message>
        <source>This step: %1 of %2 min; the lesson: %3 of %4 min</source>
        <translation>本步：%1 / %2 分钟；课程：%3 / %4 分钟</translation>
    </message>
    <message>
        <source>Lesson:</source>
        <translation>课程：</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>上一步</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>下一步</translation>
    </message>
    <message>
        <source>Lesson</source>
        <translation>课程</translation>
    </message>
    <message>
        <source>Worksheet…</source>
        <translation>学习单…</translation>
    </message>
    <message>
        <source>A page for the students: empty, or with what the class has measured</source>
        <translation>给学生的一页：空白的，或填入班级测量结果的</translation>
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
    <message>
        <source>Connections that were opened</source>
        <translation>建立的连接</translation>
    </message>
    <message>
        <source>Opened</source>
        <extracomment>a column: connections that were opened</extracomment>
        <translation>建立的连接</translation>
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
    <message>
        <source>Set technique</source>
        <translation>指定技术</translation>
    </message>
    <message>
        <source>as the class</source>
        <translation>与全班相同</translation>
    </message>
    <message>
        <source>Rename …</source>
        <translation>改名…</translation>
    </message>
    <message>
        <source>Rename a member</source>
        <translation>给成员改名</translation>
    </message>
    <message>
        <source>The name that all see; empty: what the member calls itself.</source>
        <translation>所有人看到的名字；留空则用该成员自己的名字。</translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>改名</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Banned members …</source>
        <translation>已封禁的成员…</translation>
    </message>
    <message>
        <source>Spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>Its numbers and messages, for the projector</source>
        <translation>在投影上显示其数据和消息</translation>
    </message>
</context>
<context>
    <name>pushlab::app::NamesLabel</name>
    <message>
        <source>(no name)</source>
        <translation>（无名）</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 人</translation>
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
</context>
<context>
    <name>pushlab::app::OldClassesDialog</name>
    <message>
        <source>Delete the class %1?</source>
        <translation>删除课堂 %1？</translation>
    </message>
    <message>
        <source>Delete the chosen classes? Classes: %1</source>
        <translation>删除所选的课堂？课堂数：%1</translation>
    </message>
    <message>
        <source>Its messages, those that were set aside, and its PIN are deleted from this computer. Nobody can bring them back.</source>
        <translation>其中的消息、被移到一旁的消息和 PIN 都会从这台电脑上删除，谁也无法恢复。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>The class %1 was not deleted: %2</source>
        <translation>没有删除课堂 %1：%2</translation>
    </message>
    <message>
        <source>The class %1 was used meanwhile, and stays.</source>
        <translation>课堂 %1 在此期间用过，予以保留。</translation>
    </message>
    <message>
        <source>Old classes</source>
        <translation>旧课堂</translation>
    </message>
    <message>
        <source>These classes were not used for 30 days. They stay until you delete them.</source>
        <translation>这些课堂已有 30 天没有使用。您不删除，它们就一直保留。</translation>
    </message>
    <message>
        <source>Class</source>
        <translation>课堂</translation>
    </message>
    <message>
        <source>Last used</source>
        <translation>上次使用</translation>
    </message>
    <message>
        <source>Size</source>
        <translation>大小</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
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
    <message>
        <source>Overview</source>
        <translation>概览</translation>
    </message>
</context>
<context>
    <name>pushlab::app::PanelDock</name>
    <message>
        <source>Close this drawer</source>
        <translation>收起这个抽屉</translation>
    </message>
    <message>
        <source>Open this drawer</source>
        <translation>打开这个抽屉</translation>
    </message>
    <message numerus="yes">
        <source>%1 · %n new</source>
        <extracomment>the title of a closed drawer, and how many things have come since</extracomment>
        <translation>
            <numerusform>%1 · %n 条新消息</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::PartTree</name>
    <message>
        <source>%1, bit %2</source>
        <translation>%1，第 %2 位</translation>
    </message>
    <message>
        <source>%1, bits %2 to %3</source>
        <translation>%1，第 %2 到 %3 位</translation>
    </message>
    <message>
        <source>Part</source>
        <translation>部分</translation>
    </message>
    <message>
        <source>What it says</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Parts of the bytes</source>
        <translation>字节的各部分</translation>
    </message>
</context>
<context>
    <name>pushlab::app::PredictionView</name>
    <message>
        <source>Guesses so far: %1</source>
        <translation>目前的猜测：%1</translation>
    </message>
    <message>
        <source>Closed. Guesses: %1</source>
        <translation>已结束。猜测：%1</translation>
    </message>
    <message>
        <source>Predict, then measure</source>
        <translation>先预测，再测量</translation>
    </message>
</context>
<context>
    <name>pushlab::app::ProjectorWindow</name>
    <message>
        <source>join</source>
        <translation>加入</translation>
    </message>
    <message>
        <source>figures</source>
        <translation>数字</translation>
    </message>
    <message>
        <source>charts, again: the next</source>
        <translation>图表，再按换下一张</translation>
    </message>
    <message>
        <source>chat</source>
        <translation>聊天</translation>
    </message>
    <message>
        <source>B black</source>
        <translation>B 黑屏</translation>
    </message>
    <message>
        <source>J how to join</source>
        <translation>J 加入方式</translation>
    </message>
    <message>
        <source>Space pause</source>
        <translation>空格 暂停</translation>
    </message>
    <message>
        <source>+ − size</source>
        <translation>+ − 大小</translation>
    </message>
    <message>
        <source>Esc leave</source>
        <translation>Esc 退出</translation>
    </message>
    <message>
        <source>PushLab projector</source>
        <translation>PushLab 投影</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>已暂停</translation>
    </message>
    <message>
        <source>race</source>
        <translation>赛跑</translation>
    </message>
    <message>
        <source>question</source>
        <translation>问题</translation>
    </message>
    <message>
        <source>spotlight</source>
        <translation>聚光灯</translation>
    </message>
    <message>
        <source>This covers your own window: Esc or F11 takes you back to it.</source>
        <translation>这里盖住了你自己的窗口：按 Esc 或 F11 返回。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::QuestionPage</name>
    <message>
        <source>A question of your own…</source>
        <translation>自拟问题…</translation>
    </message>
    <message>
        <source>Write a question; its answer is a number from 0 on, or is left empty.</source>
        <translation>请写一个问题；答案是不小于 0 的数，也可以留空。</translation>
    </message>
    <message>
        <source>Nothing is asked at present.</source>
        <translation>目前没有提问。</translation>
    </message>
    <message>
        <source>Guesses so far: %1</source>
        <translation>目前的猜测：%1</translation>
    </message>
    <message>
        <source>Closed. Guesses: %1</source>
        <translation>已结束。猜测：%1</translation>
    </message>
    <message>
        <source>Question:</source>
        <translation>问题：</translation>
    </message>
    <message>
        <source>Your question</source>
        <translation>你的问题</translation>
    </message>
    <message>
        <source>Unit</source>
        <translation>单位</translation>
    </message>
    <message>
        <source>Answer, if known</source>
        <translation>答案（若已知）</translation>
    </message>
    <message>
        <source>Ask the class</source>
        <translation>向全班提问</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>停止猜测</translation>
    </message>
    <message>
        <source>No more guesses</source>
        <translation>不再接受猜测</translation>
    </message>
    <message>
        <source>Show guesses</source>
        <translation>显示猜测</translation>
    </message>
    <message>
        <source>Show theory</source>
        <translation>显示理论</translation>
    </message>
    <message>
        <source>Show measurement</source>
        <translation>显示测量结果</translation>
    </message>
    <message>
        <source>What the class has measured since the question was asked, and which guess is nearest</source>
        <translation>提问以来班级测得的结果，以及最接近的猜测</translation>
    </message>
    <message>
        <source>Name who came nearest</source>
        <translation>公布最接近者的名字</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>提问</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RacePage</name>
    <message>
        <source>“Race” above sends one message to everybody at once. Here you see who has it when.</source>
        <translation>上方的“赛跑”同时给所有人发一条消息。这里显示谁在何时收到。</translation>
    </message>
    <message>
        <source>(no name)</source>
        <translation>（无名）</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>赛跑</translation>
    </message>
    <message>
        <source>Place</source>
        <translation>名次</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>First</source>
        <translation>最先</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>中位数</translation>
    </message>
    <message>
        <source>Last</source>
        <translation>最后</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名字</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>延迟</translation>
    </message>
    <message>
        <source>Race: ranking of the techniques</source>
        <translation>赛跑：各技术的排名</translation>
    </message>
    <message>
        <source>Race: members in order</source>
        <translation>赛跑：按先后排列的成员</translation>
    </message>
    <message>
        <source>Each client says when it had the message, on the host&apos;s clock, which it knows to ±. Who differs by no more than both are uncertain is tied. “–”: a hidden tab, or a clock that is not known yet.</source>
        <translation>每个客户端按主机的时钟报告何时收到消息，它对该时钟的了解有 ± 误差。相差不超过双方误差之和的并列。“–”：标签页被隐藏，或时钟尚未知晓。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RaceView</name>
    <message>
        <source>median %1</source>
        <translation>中位数 %1</translation>
    </message>
    <message>
        <source>Photo finish</source>
        <translation>终点照片</translation>
    </message>
</context>
<context>
    <name>pushlab::app::RecordInspector</name>
    <message>
        <source>Choose a part, or a byte: the other is shown.</source>
        <translation>选一个部分，或选一个字节：另一边会显示对应的内容。</translation>
    </message>
    <message>
        <source>No. %1</source>
        <translation>第 %1 行</translation>
    </message>
    <message>
        <source>connection %1, %2 port %3</source>
        <translation>连接 %1，%2 端口 %3</translation>
    </message>
    <message>
        <source>the first %1 were kept</source>
        <translation>只保留了前 %1</translation>
    </message>
    <message>
        <source>a withdrawn message is overwritten with “%1”</source>
        <translation>撤回的消息已用“%1”覆盖</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>Handshake</source>
        <translation>握手</translation>
    </message>
    <message>
        <source>Unmasking</source>
        <translation>去掩码</translation>
    </message>
    <message>
        <source>X-ray</source>
        <translation>X 光</translation>
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
    <name>pushlab::app::RoomField</name>
    <message>
        <source>A room&apos;s name has 1 to 64 characters and no slash.</source>
        <translation>房间名为 1 到 64 个字符，不能含斜杠。</translation>
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
        <source>random for each run</source>
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
    <message>
        <source>What is said</source>
        <translation>说什么</translation>
    </message>
    <message>
        <source>How clients ask</source>
        <translation>客户端怎样询问</translation>
    </message>
    <message>
        <source>How it is measured</source>
        <translation>怎样测量</translation>
    </message>
    <message>
        <source>Host and network</source>
        <translation>主机与网络</translation>
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
    <message>
        <source>Tick another run to lay it over this one, paler.</source>
        <translation>勾选另一次测量，它会以较浅的颜色叠加在这一次之上。</translation>
    </message>
    <message>
        <source>Laid over %1, paler, with rows of their own in the table: %2</source>
        <translation>叠加在 %1 之上（颜色较浅，在表中另列各行）：%2</translation>
    </message>
</context>
<context>
    <name>pushlab::app::SettingsDialog</name>
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
    <name>pushlab::app::SpotlightView</name>
    <message>
        <source>(no name)</source>
        <translation>（无名）</translation>
    </message>
    <message>
        <source>not here at present</source>
        <translation>现在不在</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>请求数</translation>
    </message>
    <message>
        <source>Messages received</source>
        <translation>收到的消息</translation>
    </message>
    <message>
        <source>Bytes</source>
        <translation>字节数</translation>
    </message>
    <message>
        <source>Delay p95</source>
        <translation>延迟 p95</translation>
    </message>
    <message>
        <source>In the spotlight</source>
        <translation>聚光灯下</translation>
    </message>
</context>
<context>
    <name>pushlab::app::StartWindow</name>
    <message>
        <source>See what short polling, long polling and WebSocket cost</source>
        <translation>看清短轮询、长轮询和 WebSocket 各自的开销</translation>
    </message>
    <message>
        <source>Try the demo</source>
        <translation>试看演示</translation>
    </message>
    <message>
        <source>Opens a class on this computer alone, with three members who talk by one technique each. You see at once what each of them costs.</source>
        <translation>在本机打开一个课堂，别人无法进入。三位成员各用一种技术聊天，你马上就能看到每种技术的开销。</translation>
    </message>
    <message>
        <source>Compare techniques</source>
        <translation>比较各种技术</translation>
    </message>
    <message>
        <source>Loads a host of its own with virtual clients, and shows what each technique costs beside what theory expects.</source>
        <translation>用虚拟客户端给一台专用主机施加负载，并把每种技术的代价与理论预期并列显示。</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>比较</translation>
    </message>
    <message>
        <source>Old classes</source>
        <translation>旧课堂</translation>
    </message>
    <message>
        <source>Classes that were not used for 30 days: %1 (%2). You can delete those that you no longer need.</source>
        <translation>有 30 天没有使用的课堂：%1 个（%2）。不再需要的可以删除。</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TakeHome</name>
    <message>
        <source>Save my numbers</source>
        <translation>保存我的数字</translation>
    </message>
    <message>
        <source>Comma-separated values (*.csv)</source>
        <translation>逗号分隔值 (*.csv)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>My numbers</source>
        <translation>我的数字</translation>
    </message>
    <message>
        <source>Take home what you have measured</source>
        <translation>把自己测到的带回家</translation>
    </message>
    <message>
        <source>Print my numbers…</source>
        <translation>打印我的数字…</translation>
    </message>
    <message>
        <source>Save as CSV…</source>
        <translation>保存为 CSV…</translation>
    </message>
    <message>
        <source>No browser could be started. The worksheet is at %1</source>
        <translation>无法启动浏览器。学习单在 %1</translation>
    </message>
    <message>
        <source>Open the worksheet in the browser</source>
        <translation>在浏览器中打开学习单</translation>
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
        <source>openings/min per member</source>
        <translation>次建立连接/分钟（每名成员）</translation>
    </message>
    <message>
        <source>requests/min per member</source>
        <translation>次请求/分钟（每名成员）</translation>
    </message>
    <message>
        <source>Openings/min</source>
        <translation>建立连接/分钟</translation>
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
        <source>Of all members together: requests that ask for messages; where a connection stays open, those that open it</source>
        <translation>所有成员合计：询问消息的请求；连接保持打开时，则为打开连接的请求</translation>
    </message>
    <message>
        <source>Bytes both ways that each member costs in a minute, headers included</source>
        <translation>每名成员每分钟的双向字节数，含头部</translation>
    </message>
    <message>
        <source>Connections that were opened for it</source>
        <translation>为此建立的连接</translation>
    </message>
    <message>
        <source>Connections opened</source>
        <translation>建立的连接</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficExport</name>
    <message>
        <source>Save as</source>
        <translation>另存为</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>%1 无法写入：%2</translation>
    </message>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message>
        <source>Write the rows that are shown to a file; secrets are stars there, too, unless they are shown</source>
        <translation>把显示的各行写入文件；其中的机密同样是星号，除非正在显示</translation>
    </message>
    <message>
        <source>Exchanges (HAR)…</source>
        <translation>请求与应答（HAR）…</translation>
    </message>
    <message>
        <source>Packets for Wireshark (pcapng)…</source>
        <translation>Wireshark 数据包（pcapng）…</translation>
    </message>
    <message>
        <source>Text…</source>
        <translation>文本…</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficFilterBar</name>
    <message>
        <source>All techniques</source>
        <translation>所有技术</translation>
    </message>
    <message>
        <source>No technique</source>
        <translation>不属于任何技术</translation>
    </message>
    <message>
        <source>Both directions</source>
        <translation>两个方向</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>所有类型</translation>
    </message>
    <message>
        <source>All members</source>
        <translation>所有成员</translation>
    </message>
    <message>
        <source>Filter: text in the bytes</source>
        <translation>筛选：字节中的文字</translation>
    </message>
    <message>
        <source>Case is ignored. Masked payloads and percent-encoded forms are searched as they read.</source>
        <translation>不区分大小写。带掩码的载荷和百分号编码的表单按读出的内容搜索。</translation>
    </message>
    <message>
        <source>Regular expression</source>
        <translation>正则表达式</translation>
    </message>
    <message>
        <source>Filter: technique</source>
        <translation>筛选：技术</translation>
    </message>
    <message>
        <source>Filter: direction</source>
        <translation>筛选：方向</translation>
    </message>
    <message>
        <source>Filter: member</source>
        <translation>筛选：成员</translation>
    </message>
    <message>
        <source>Filter: kind</source>
        <translation>筛选：类型</translation>
    </message>
    <message>
        <source>Show all</source>
        <translation>全部显示</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficList</name>
    <message>
        <source>Recorded traffic</source>
        <translation>记录的流量</translation>
    </message>
    <message>
        <source>No row is like that</source>
        <translation>没有符合条件的行</translation>
    </message>
    <message>
        <source>Nothing has been recorded yet</source>
        <translation>还没有记录任何内容</translation>
    </message>
    <message>
        <source>Show message</source>
        <translation>显示消息</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficModel</name>
    <message>
        <source>No.</source>
        <extracomment>the number of a row of recorded traffic</extracomment>
        <translation>序号</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Technique</source>
        <translation>技术</translation>
    </message>
    <message>
        <source>Direction</source>
        <translation>方向</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Header B</source>
        <translation>首部字节</translation>
    </message>
    <message>
        <source>Payload B</source>
        <translation>载荷字节</translation>
    </message>
    <message>
        <source>Duration</source>
        <translation>用时</translation>
    </message>
    <message>
        <source>Waterfall</source>
        <translation>瀑布图</translation>
    </message>
    <message>
        <source>Bytes of overhead: request line, fields, framing</source>
        <translation>开销的字节数：请求行、字段、分帧</translation>
    </message>
    <message>
        <source>Bytes of the body or payload</source>
        <translation>正文或载荷的字节数</translation>
    </message>
    <message>
        <source>Of an answer: from the end of its request to its own end, which includes the hold of a long poll</source>
        <translation>对应答而言：从请求结束到应答结束，包括长轮询的保持时间</translation>
    </message>
    <message>
        <source>When it passed, among the rows in sight: pale while it was waited for</source>
        <translation>在可见各行的时间范围内何时经过：等待时颜色较浅</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficPage</name>
    <message>
        <source>Not recording</source>
        <translation>未在记录</translation>
    </message>
    <message>
        <source>Recording since %1</source>
        <translation>自 %1 起记录</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>正在记录</translation>
    </message>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%n 行中的 %1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>已丢弃 %n 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paused: %n more</source>
        <translation>
            <numerusform>已暂停：又有 %n 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Message %1 is not among the rows: it passed while nothing was recorded, or was dropped.</source>
        <translation>这些行里没有消息 %1：它经过时没有记录，或已被丢弃。</translation>
    </message>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>记录</translation>
    </message>
    <message>
        <source>Record the bytes of every connection; it costs the host about a tenth of its time</source>
        <translation>记录每个连接的字节；主机大约要多花十分之一的时间</translation>
    </message>
    <message>
        <source>Follow</source>
        <translation>跟随</translation>
    </message>
    <message>
        <source>Keep the newest row in sight</source>
        <translation>始终显示最新的一行</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>暂停</translation>
    </message>
    <message>
        <source>The rows stand still; what comes is added afterwards</source>
        <translation>各行静止不动，期间的内容之后再加上</translation>
    </message>
    <message>
        <source>Clear rows</source>
        <translation>清空各行</translation>
    </message>
    <message>
        <source>Remove all rows from this view</source>
        <translation>从这里移除所有行</translation>
    </message>
    <message>
        <source>Show secrets</source>
        <translation>显示机密</translation>
    </message>
    <message>
        <source>PIN, cookies, tokens, members&apos; ids and your key, which are stars otherwise. Not on a projector.</source>
        <translation>PIN 码、Cookie、令牌、成员 ID 和你的密钥，平时显示为星号。请勿在投影上显示。</translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficTabs</name>
    <message>
        <source>Traffic</source>
        <translation>流量</translation>
    </message>
    <message>
        <source>Ladder</source>
        <translation>时序图</translation>
    </message>
</context>
<context>
    <name>pushlab::app::UnmaskingTable</name>
    <message>
        <source>Byte</source>
        <translation>字节</translation>
    </message>
    <message>
        <source>As sent</source>
        <translation>发送的</translation>
    </message>
    <message>
        <source>⊕ masking key</source>
        <translation>⊕ 掩码密钥</translation>
    </message>
    <message>
        <source>= as meant</source>
        <translation>= 原文</translation>
    </message>
    <message>
        <source>Character</source>
        <translation>字符</translation>
    </message>
    <message>
        <source>The payload without its mask</source>
        <translation>去掉掩码的载荷</translation>
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
    <name>pushlab::app::ViewButton</name>
    <message>
        <source>Keys …</source>
        <translation>快捷键…</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>颜色</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>跟随系统</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>浅色</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>深色</translation>
    </message>
    <message>
        <source>Size: %1 %</source>
        <extracomment>%1 is a number of percent</extracomment>
        <translation>大小：%1 %</translation>
    </message>
    <message>
        <source>Larger</source>
        <translation>放大</translation>
    </message>
    <message>
        <source>Smaller</source>
        <translation>缩小</translation>
    </message>
    <message>
        <source>Usual size</source>
        <translation>原始大小</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>View</source>
        <translation>显示</translation>
    </message>
    <message>
        <source>Colours, size, language and keys</source>
        <translation>颜色、大小、语言和快捷键</translation>
    </message>
</context>
<context>
    <name>pushlab::app::WindowKeys</name>
    <message>
        <source>Send the message</source>
        <translation>发送消息</translation>
    </message>
    <message>
        <source>Break the line in a message</source>
        <translation>在消息里换行</translation>
    </message>
    <message>
        <source>Bring back what was sent before</source>
        <translation>找回以前发送的内容</translation>
    </message>
    <message>
        <source>Copy the chosen messages</source>
        <translation>复制所选消息</translation>
    </message>
    <message>
        <source>Menu of the chosen member: mute, rename, send out</source>
        <translation>所选成员的菜单：禁言、改名、请出</translation>
    </message>
    <message>
        <source>Lay the run over the one that is chosen</source>
        <translation>把这次测量叠加到所选的一次上</translation>
    </message>
    <message>
        <source>Change the name of the chosen run</source>
        <translation>修改所选测量的名称</translation>
    </message>
    <message>
        <source>Show everything larger</source>
        <translation>放大所有内容</translation>
    </message>
    <message>
        <source>Show everything smaller</source>
        <translation>缩小所有内容</translation>
    </message>
    <message>
        <source>Show everything in its usual size</source>
        <translation>以原始大小显示所有内容</translation>
    </message>
    <message>
        <source>Show these keys</source>
        <translation>显示快捷键列表</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>快捷键</translation>
    </message>
    <message>
        <source>What they do</source>
        <translation>作用</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Freeze the ladder, or let it go on</source>
        <translation>定格时序图，或让它继续</translation>
    </message>
    <message>
        <source>Step to the ladder&apos;s next arrow</source>
        <translation>到时序图的下一个箭头</translation>
    </message>
</context>
<context>
    <name>pushlab::app::XrayView</name>
    <message>
        <source>Request line</source>
        <translation>请求行</translation>
    </message>
    <message>
        <source>Status line</source>
        <translation>状态行</translation>
    </message>
    <message>
        <source>Fields</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>Chunk framing</source>
        <translation>分块的框架</translation>
    </message>
    <message>
        <source>Event framing</source>
        <translation>事件的框架</translation>
    </message>
    <message>
        <source>Frame header</source>
        <translation>帧首部</translation>
    </message>
    <message>
        <source>Masking key</source>
        <translation>掩码密钥</translation>
    </message>
    <message>
        <source>Payload</source>
        <translation>载荷</translation>
    </message>
    <message>
        <source>Other bytes</source>
        <translation>其他字节</translation>
    </message>
    <message>
        <source>Byte X-ray</source>
        <translation>字节 X 光</translation>
    </message>
    <message>
        <source>%1, of which payload %2</source>
        <translation>%1，其中载荷 %2</translation>
    </message>
    <message>
        <source>Message %1 on its way to the host</source>
        <translation>消息 %1 发往主机</translation>
    </message>
    <message>
        <source>Message %1 on its way to a member, with what asked for it</source>
        <translation>消息 %1 送达一个成员，连同索取它的请求</translation>
    </message>
    <message>
        <source>Choose a row that carries a message, or “Show on the wire” in the chat.</source>
        <translation>请选一行携带消息的记录，或在聊天里选“在线路上查看”。</translation>
    </message>
    <message>
        <source>Not recorded: %1</source>
        <translation>没有记录：%1</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Payload, in the technique&apos;s colour</source>
        <translation>载荷，用技术的颜色</translation>
    </message>
    <message>
        <source>%1: %2, %3, %4 of record %5</source>
        <translation>%1：%2，%3，%4，第 %5 行</translation>
    </message>
</context>
<context>
    <name>pushlab::app::WorksheetDialog</name>
    <message>
        <source>Save the worksheet</source>
        <translation>保存学习单</translation>
    </message>
    <message>
        <source>PDF (*.pdf)</source>
        <translation>PDF (*.pdf)</translation>
    </message>
    <message>
        <source>%1 cannot be written: %2</source>
        <translation>无法写入 %1：%2</translation>
    </message>
    <message>
        <source>Worksheet for the students</source>
        <translation>给学生的学习单</translation>
    </message>
    <message>
        <source>Language of the worksheet:</source>
        <translation>学习单的语言：</translation>
    </message>
    <message>
        <source>Empty, to fill in by hand</source>
        <translation>空白的，用手填写</translation>
    </message>
    <message>
        <source>With what the class has predicted and measured</source>
        <translation>填入班级的预测和测量结果</translation>
    </message>
    <message>
        <source>Print…</source>
        <translation>打印…</translation>
    </message>
    <message>
        <source>Save as PDF…</source>
        <translation>保存为 PDF…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
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
    <name>pushlab::widgets::GuessChart</name>
    <message>
        <source>%1 to %2: %3; </source>
        <translation>%1 到 %2：%3；</translation>
    </message>
    <message>
        <source>Distribution of the guesses</source>
        <translation>猜测的分布</translation>
    </message>
    <message>
        <source>Answer %1</source>
        <translation>答案 %1</translation>
    </message>
    <message>
        <source>Theory %1</source>
        <translation>理论 %1</translation>
    </message>
    <message>
        <source>Measured %1</source>
        <translation>测得 %1</translation>
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
    <message>
        <source>Withdraw …</source>
        <translation>撤回…</translation>
    </message>
    <message>
        <source>Show on the wire</source>
        <translation>在线路上查看</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::PhotoFinish</name>
    <message>
        <source>Photo finish</source>
        <translation>终点照片</translation>
    </message>
    <message>
        <source>Nobody has it yet.</source>
        <translation>还没有人收到。</translation>
    </message>
</context>
<context>
    <name>pushlab::widgets::QuestionCard</name>
    <message>
        <source>A guess is a number from 0 to %1.</source>
        <translation>猜测必须是 0 到 %1 之间的数。</translation>
    </message>
    <message>
        <source>This question takes no guesses any more.</source>
        <translation>这个问题不再接受猜测。</translation>
    </message>
    <message>
        <source>Your guess was not taken: %1</source>
        <translation>你的猜测未被接受：%1</translation>
    </message>
    <message>
        <source>Your guess</source>
        <translation>你的猜测</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Guess</source>
        <translation>猜</translation>
    </message>
    <message>
        <source>Your guess: %1</source>
        <translation>你的猜测：%1</translation>
    </message>
    <message>
        <source>. You may change it until the question is closed.</source>
        <translation>。提问结束前可以修改。</translation>
    </message>
    <message>
        <source>No more guesses: now it is measured.</source>
        <translation>猜测已结束，现在开始测量。</translation>
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
    <message>
        <source>%1 (mean of %2 s)</source>
        <translation>%1（%2 秒平均值）</translation>
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
        <translation>老师已为全班设定 %1。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Change to: %1</source>
        <translation>切换到：%1</translation>
    </message>
</context>
</TS>
