"""Paper: Word templates filled, turned into PDF, bound into the packet that a court accepts."""
