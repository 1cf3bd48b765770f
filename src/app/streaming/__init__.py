"""Audio from the telephone system: live over TCP, or as finished recordings."""
