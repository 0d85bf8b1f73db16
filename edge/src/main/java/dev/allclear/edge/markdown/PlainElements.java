package dev.allclear.edge.markdown;

import java.util.Map;
import java.util.Set;
import org.commonmark.node.Heading;
import org.commonmark.node.Image;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;

/// Two elements that are not taken as they come: a heading would break the outline of the page around it, and an
/// image would tell a stranger's server who reads.
final class PlainElements implements NodeRenderer {

    private final HtmlNodeRendererContext context;

    PlainElements(HtmlNodeRendererContext context) {
        this.context = context;
    }

    @Override
    public Set<Class<? extends Node>> getNodeTypes() {
        return Set.of(Heading.class, Image.class);
    }

    @Override
    public void render(Node node) {
        switch (node) {
            case Heading heading -> paragraph(heading);
            case Image image -> link(image);
            default -> throw new IllegalArgumentException(node.toString());
        }
    }

    private void paragraph(Heading heading) {
        var html = context.getWriter();
        html.line();
        html.tag("p");
        html.tag("strong");
        children(heading);
        html.tag("/strong");
        html.tag("/p");
        html.line();
    }

    private void link(Image image) {
        var html = context.getWriter();
        html.tag("a", Map.of("href", image.getDestination()));
        if (image.getFirstChild() == null) {
            html.text(image.getDestination());
        }
        children(image);
        html.tag("/a");
    }

    private void children(Node parent) {
        for (var child = parent.getFirstChild(); child != null; child = child.getNext()) {
            context.render(child);
        }
    }
}
