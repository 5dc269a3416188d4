// SPDX-FileCopyrightText: 2026 The PushLab authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/web/webtechniques.h"

#include "server/protocol/techniquetraits.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QString>

namespace pushlab::web {

using namespace Qt::Literals::StringLiterals;
using protocol::LineStyle;
using protocol::Mark;
using protocol::TechniqueTraits;

namespace {

struct MarkText
{
    QLatin1StringView name;
    QByteArrayView clipPath;
};

MarkText markText(Mark mark)
{
    switch (mark) {
    case Mark::Circle:
        return {"circle"_L1, "circle(50%)"};
    case Mark::Square:
        return {"square"_L1, "inset(0)"};
    case Mark::Triangle:
        return {"triangle"_L1, "polygon(50% 0,100% 100%,0 100%)"};
    case Mark::Diamond:
        return {"diamond"_L1, "polygon(50% 0,100% 50%,50% 100%,0 50%)"};
    case Mark::DownTriangle:
        return {"down-triangle"_L1, "polygon(0 0,100% 0,50% 100%)"};
    }
    Q_UNREACHABLE();
}

//! The CSS variables of a line style. Borders have no dash-dot; a double line stands for it.
QByteArrayView lineText(LineStyle line)
{
    switch (line) {
    case LineStyle::Dotted:
        return "--edge:2px dotted;--dash:1 2.5;--cap:round";
    case LineStyle::Dashed:
        return "--edge:2px dashed;--dash:5 3;--cap:butt";
    case LineStyle::Solid:
        return "--edge:2px solid;--dash:none;--cap:butt";
    case LineStyle::DashDotted:
        return "--edge:4px double;--dash:5 2 1 2;--cap:butt";
    case LineStyle::DashDotDotted:
        return "--edge:4px double;--dash:5 2 1 2 1 2;--cap:butt";
    }
    Q_UNREACHABLE();
}

QByteArray colourVariables(const QByteArray &selector, quint32 TechniqueTraits::*colour)
{
    QByteArray css = selector + " {";
    for (const TechniqueTraits &technique : protocol::techniqueTable) {
        css += " --" + technique.name.toByteArray() + ": #";
        css += QByteArray::number(technique.*colour, 16).rightJustified(6, '0') + ';';
    }
    return css + " }\n";
}

} // namespace

QByteArrayList techniqueNameList()
{
    QByteArrayList names;
    for (const TechniqueTraits &technique : protocol::techniqueTable)
        names.append(technique.name.toByteArray());
    return names;
}

QByteArray techniqueStyle()
{
    QByteArray css = colourVariables(":root", &TechniqueTraits::colour);
    css += "@media (prefers-color-scheme: dark) { " + colourVariables(":root", &TechniqueTraits::inkOnDark) + "}\n";
    css += colourVariables(".page-projector", &TechniqueTraits::colour); // which is light always
    for (const TechniqueTraits &technique : protocol::techniqueTable) {
        const QByteArray name = technique.name.toByteArray();
        css += '.' + name + " { --of: var(--" + name + "); --mark: \"";
        css += QString(markSign(technique.mark)).toUtf8() + "\"; --shape: ";
        css.append(markText(technique.mark).clipPath).append("; ").append(lineText(technique.line)).append(" }\n");
    }
    return css;
}

QByteArray techniqueScript()
{
    QJsonArray table;
    for (const TechniqueTraits &technique : protocol::techniqueTable) {
        table.append(QJsonObject{{u"name"_s, QString::fromLatin1(technique.name)},
                                 {u"shape"_s, QString(markText(technique.mark).name)},
                                 {u"isPaced"_s, technique.isPaced},
                                 {u"holdsConnection"_s, technique.holdsConnection},
                                 {u"sendsInBand"_s, technique.sendsInBand},
                                 {u"isDefault"_s, technique.isDefault}});
    }
    QByteArray script = "PushLab.techniqueTable = " + QJsonDocument(table).toJson(QJsonDocument::Compact) + ";\n";
    script += "PushLab.defaultTechnique = \"" + traitsOf(protocol::defaultTechnique).name.toByteArray() + "\";\n";
    return script;
}

} // namespace pushlab::web
