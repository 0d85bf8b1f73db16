package dev.allclear.edge.markdown;

import dev.allclear.wording.Markdown;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Keeps what it has turned into HTML or text before: years of history are published again with each update, and almost
/// none of it has changed.
public final class RememberedMarkdown implements Markdown {

    /// So many characters of source and result are kept at most, those used last.
    private static final int MOST = 32 * 1024 * 1024;

    private final Markdown markdown;
    private final Memory html = new Memory();
    private final Memory text = new Memory();

    public RememberedMarkdown(Markdown markdown) {
        this.markdown = markdown;
    }

    @Override
    public String html(String source) {
        return html.recall(source, markdown::html);
    }

    @Override
    public String text(String source) {
        return text.recall(source, markdown::text);
    }

    private static final class Memory {

        private final ReentrantLock lock = new ReentrantLock();
        private final LinkedHashMap<String, String> results = new LinkedHashMap<>(256, 0.75f, true);
        private long size;

        String recall(String source, UnaryOperator<String> make) {
            var known = find(source);
            return known == null ? keep(source, make.apply(source)) : known;
        }

        private @Nullable String find(String source) {
            lock.lock();
            try {
                return results.get(source);
            } finally {
                lock.unlock();
            }
        }

        private String keep(String source, String result) {
            lock.lock();
            try {
                if (results.put(source, result) == null) {
                    size += source.length() + result.length();
                }
                for (var eldest = results.entrySet().iterator(); size > MOST && eldest.hasNext(); ) {
                    size -= length(eldest.next());
                    eldest.remove();
                }
                return result;
            } finally {
                lock.unlock();
            }
        }

        private static long length(Map.Entry<String, String> entry) {
            return (long) entry.getKey().length() + entry.getValue().length();
        }
    }
}
