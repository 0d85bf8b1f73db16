/// The writing coach: reads a message before it goes out, and says what its readers would miss.
@NullMarked
package dev.allclear.coach;

import org.jspecify.annotations.NullMarked;
