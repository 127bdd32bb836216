//! Numbers in, numbers out: the statistics of Evenhand on slices and sparse designs.
