"""Coverage forecasts with their record: usable months, methods, rolling-origin back-test, calibrated bands. Pure."""
