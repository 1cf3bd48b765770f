"""A small call-centre backend: audio comes in, is transcribed, classified, translated and scored."""
