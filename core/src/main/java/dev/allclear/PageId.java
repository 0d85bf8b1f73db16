package dev.allclear;

/// Names one page: the tenant to which every stored row belongs.
public record PageId(String value) {
    public PageId {
        OpaqueId.checked("page", value);
    }
}
