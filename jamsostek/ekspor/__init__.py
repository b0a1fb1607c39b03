"""What leaves the app as a file: the map as a sheet (SVG, PDF, PNG) and its areas with their values for GIS."""
