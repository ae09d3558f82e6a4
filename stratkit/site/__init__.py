"""The public website: views of the strategies, drawn by the templates in ``site_templates/``."""
