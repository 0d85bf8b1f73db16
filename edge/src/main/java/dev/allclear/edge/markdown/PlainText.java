package dev.allclear.edge.markdown;

import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.BulletList;
import org.commonmark.node.Code;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.Heading;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Link;
import org.commonmark.node.ListItem;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.Text;
import org.commonmark.node.ThematicBreak;

/// The words of a text for places that know no HTML: blocks stand apart by an empty line, list items on a line each.
final class PlainText extends AbstractVisitor {

    private final StringBuilder out = new StringBuilder();

    private PlainText() {}

    static String of(Node document) {
        var text = new PlainText();
        document.accept(text);
        return text.out.toString().strip();
    }

    @Override
    public void visit(Paragraph paragraph) {
        visitChildren(paragraph);
        endBlock(paragraph);
    }

    @Override
    public void visit(Heading heading) {
        visitChildren(heading);
        endBlock(heading);
    }

    @Override
    public void visit(BulletList list) {
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item("- ", item);
        }
        endBlock(list);
    }

    @Override
    public void visit(OrderedList list) {
        var number = list.getMarkerStartNumber() == null ? 1 : list.getMarkerStartNumber();
        for (var item = list.getFirstChild(); item != null; item = item.getNext()) {
            item(number++ + ". ", item);
        }
        endBlock(list);
    }

    private void item(String marker, Node item) {
        out.append(marker);
        visitChildren(item);
        endLine();
    }

    @Override
    public void visit(FencedCodeBlock code) {
        out.append(code.getLiteral());
        endBlock(code);
    }

    @Override
    public void visit(IndentedCodeBlock code) {
        out.append(code.getLiteral());
        endBlock(code);
    }

    @Override
    public void visit(HtmlBlock html) {
        out.append(html.getLiteral());
        endBlock(html);
    }

    @Override
    public void visit(ThematicBreak rule) {
        out.append("---");
        endBlock(rule);
    }

    @Override
    public void visit(Text text) {
        out.append(text.getLiteral());
    }

    @Override
    public void visit(Code code) {
        out.append(code.getLiteral());
    }

    @Override
    public void visit(HtmlInline html) {
        out.append(html.getLiteral());
    }

    @Override
    public void visit(SoftLineBreak softBreak) {
        out.append('\n');
    }

    @Override
    public void visit(HardLineBreak hardBreak) {
        out.append('\n');
    }

    @Override
    public void visit(Link link) {
        named(link, link.getDestination());
    }

    @Override
    public void visit(Image image) {
        named(image, image.getDestination());
    }

    private void named(Node node, String address) {
        var start = out.length();
        visitChildren(node);
        var name = out.substring(start);
        if (name.isBlank()) {
            out.append(address);
        } else if (!address.isBlank() && !address.equals(name) && !address.equals("mailto:" + name)) {
            out.append(" (").append(address).append(')');
        }
    }

    private void endBlock(Node block) {
        endLine();
        // Inside an item the next item follows at once.
        if (!(block.getParent() instanceof ListItem)) {
            out.append('\n');
        }
    }

    private void endLine() {
        if (!out.isEmpty() && out.charAt(out.length() - 1) != '\n') {
            out.append('\n');
        }
    }
}
