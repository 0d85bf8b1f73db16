/// The management API under `/api/v1`: what the desk can do, for programs. Each resource is one class: decode,
/// one call of a front door, encode. `openapi.yaml` describes all of it, and the tests hold every answer against
/// it.
@NullMarked
package dev.allclear.desk.api;

import org.jspecify.annotations.NullMarked;
