"""The screens of the map page: one map with its time player, comparisons, small multiples, the place, downloads."""
