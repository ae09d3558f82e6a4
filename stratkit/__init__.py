"""Strategy as code: regional strategies as versioned YAML, checked, printed and published."""

__version__ = "0.1.0"
