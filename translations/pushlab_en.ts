<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en_US" sourcelanguage="en_US">
<context>
    <name>CommandLine</name>
    <message numerus="yes">
        <source>%n message(s) are in the room &quot;%1&quot; of %2.</source>
        <translation>
            <numerusform>%n message is in the room &quot;%1&quot; of %2.</numerusform>
            <numerusform>%n messages are in the room &quot;%1&quot; of %2.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Compare</name>
    <message numerus="yes">
        <source>Scaled: %n client(s) here, up to %1 there.</source>
        <translation>
            <numerusform>Scaled: %n client here, up to %1 there.</numerusform>
            <numerusform>Scaled: %n clients here, up to %1 there.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1: %n request(s) or connection(s) failed and had to be tried again.</source>
        <translation>
            <numerusform>%1: %n request or connection failed and had to be tried again.</numerusform>
            <numerusform>%1: %n requests or connections failed and had to be tried again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %n client(s) could connect within %2 s.</source>
        <translation>
            <numerusform>Only %1 of %n client could connect within %2 s.</numerusform>
            <numerusform>Only %1 of %n clients could connect within %2 s.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Only %1 of %n client(s) could connect.</source>
        <translation>
            <numerusform>Only %1 of %n client could connect.</numerusform>
            <numerusform>Only %1 of %n clients could connect.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n client(s) each</source>
        <translation>
            <numerusform>%n client each</numerusform>
            <numerusform>%n clients each</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) a second of %2 at equal distances</source>
        <translation>
            <numerusform>%1 message a second of %2 at equal distances</numerusform>
            <numerusform>%1 messages a second of %2 at equal distances</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 message(s) a second of %2 at random (Poisson)</source>
        <translation>
            <numerusform>%1 message a second of %2 at random (Poisson)</numerusform>
            <numerusform>%1 messages a second of %2 at random (Poisson)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 s after %2 s of warm-up, %n time(s)</source>
        <translation>
            <numerusform>%1 s after %2 s of warm-up, once</numerusform>
            <numerusform>%1 s after %2 s of warm-up, %n times</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The run lost %n message(s) and repeated %1.</source>
        <translation>
            <numerusform>The run lost %n message and repeated %1.</numerusform>
            <numerusform>The run lost %n messages and repeated %1.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Usage</name>
    <message numerus="yes">
        <source>History, not counted as delivered: %Ln message(s), %1</source>
        <translation>
            <numerusform>History, not counted as delivered: %Ln message, %1</numerusform>
            <numerusform>History, not counted as delivered: %Ln messages, %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>VirtualMembers</name>
    <message numerus="yes">
        <source>%n virtual client(s)</source>
        <translation>
            <numerusform>%n virtual client</numerusform>
            <numerusform>%n virtual clients</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::HeadlessJoin</name>
    <message numerus="yes">
        <source>%n message(s) were not acknowledged by the host.</source>
        <translation>
            <numerusform>%n message was not acknowledged by the host.</numerusform>
            <numerusform>%n messages were not acknowledged by the host.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n message(s) are missing: the room&apos;s log no longer has them.</source>
        <translation>
            <numerusform>%n message is missing: the room&apos;s log no longer has it.</numerusform>
            <numerusform>%n messages are missing: the room&apos;s log no longer has them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::JoinPanel</name>
    <message numerus="yes">
        <source>%Ln are in another room</source>
        <translation>
            <numerusform>%Ln is in another room</numerusform>
            <numerusform>%Ln are in another room</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::LadderPage</name>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n second</numerusform>
            <numerusform>%n seconds</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::LadderView</name>
    <message numerus="yes">
        <source>%n other(s)</source>
        <translation>
            <numerusform>%n other</numerusform>
            <numerusform>%n others</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::PanelDock</name>
    <message numerus="yes">
        <source>%1 · %n new</source>
        <extracomment>the title of a closed drawer, and how many things have come since</extracomment>
        <translation>
            <numerusform>%1 · %n new</numerusform>
            <numerusform>%1 · %n new</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>pushlab::app::TrafficPage</name>
    <message numerus="yes">
        <source>%n row(s)</source>
        <translation>
            <numerusform>%n row</numerusform>
            <numerusform>%n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %n row(s)</source>
        <translation>
            <numerusform>%1 of %n row</numerusform>
            <numerusform>%1 of %n rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n dropped</source>
        <translation>
            <numerusform>%n dropped</numerusform>
            <numerusform>%n dropped</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>paused: %n more</source>
        <translation>
            <numerusform>paused: %n more</numerusform>
            <numerusform>paused: %n more</numerusform>
        </translation>
    </message>
</context>
</TS>
