/// Letters carried from node to node by Kafka, and what became of them until the database knows it. See
/// docs/adr/0010-kafka.md.
@NullMarked
package dev.allclear.kafka;

import org.jspecify.annotations.NullMarked;
