//! Claims of one place and time form an incident.
