/// Contracts, a settable clock, fakes and story builders for everybody's tests.
@NullMarked
package dev.allclear.testkit;

import org.jspecify.annotations.NullMarked;
