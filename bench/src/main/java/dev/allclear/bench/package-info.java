/// Benchmarks, each beside its reference.
@NullMarked
package dev.allclear.bench;

import org.jspecify.annotations.NullMarked;
