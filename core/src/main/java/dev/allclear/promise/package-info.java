/// What we promised to say and when: kept, missed, and how somebody is reminded in time.
@NullMarked
package dev.allclear.promise;

import org.jspecify.annotations.NullMarked;
