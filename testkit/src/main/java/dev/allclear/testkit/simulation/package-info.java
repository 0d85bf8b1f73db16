/// Days of faults, made from a seed: one process plays nodes, people, a mail server and everything that goes wrong.
@NullMarked
package dev.allclear.testkit.simulation;

import org.jspecify.annotations.NullMarked;
