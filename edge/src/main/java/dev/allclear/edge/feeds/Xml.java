package dev.allclear.edge.feeds;

import java.io.StringWriter;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/// Writes one XML document, indented, with nothing in it that XML forbids.
final class Xml {

    private static final XMLOutputFactory FACTORY = XMLOutputFactory.newDefaultFactory();

    /// Writes what is inside an element.
    interface Content {
        void write() throws XMLStreamException;
    }

    private final StringWriter out = new StringWriter();
    private final XMLStreamWriter xml;
    private int depth;

    private Xml() throws XMLStreamException {
        this.xml = FACTORY.createXMLStreamWriter(out);
    }

    /// Writes a document.
    interface Document {
        void write(Xml xml) throws XMLStreamException;
    }

    static String document(Document document) {
        try {
            var xml = new Xml();
            xml.xml.writeStartDocument("UTF-8", "1.0");
            document.write(xml);
            xml.xml.writeEndDocument();
            xml.xml.flush();
            return xml.out + "\n";
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// @param attributes name, value, name, value
    void element(String name, Content content, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        depth++;
        content.write();
        depth--;
        line();
        xml.writeEndElement();
    }

    void text(String name, String text, String... attributes) throws XMLStreamException {
        line();
        xml.writeStartElement(name);
        attributes(attributes);
        xml.writeCharacters(clean(text));
        xml.writeEndElement();
    }

    void empty(String name, String... attributes) throws XMLStreamException {
        line();
        xml.writeEmptyElement(name);
        attributes(attributes);
    }

    private void attributes(String... attributes) throws XMLStreamException {
        for (var i = 0; i < attributes.length; i += 2) {
            xml.writeAttribute(attributes[i], clean(attributes[i + 1]));
        }
    }

    private void line() throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }

    private static String clean(String text) {
        if (text.codePoints().allMatch(Xml::isAllowed)) {
            return text;
        }
        var clean = new StringBuilder();
        text.codePoints().forEach(point -> clean.appendCodePoint(isAllowed(point) ? point : 0xFFFD));
        return clean.toString();
    }

    /// What may stand in a document at all, even escaped (XML 1.0, section 2.2).
    private static boolean isAllowed(int point) {
        return point == '\t'
                || point == '\n'
                || (point >= 0x20 && point <= 0xD7FF)
                || (point >= 0xE000 && point <= 0xFFFD)
                || point >= 0x10000;
    }
}
