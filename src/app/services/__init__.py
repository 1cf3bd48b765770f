"""What the tasks and streams use: notifications, agents, GPU memory, the language model."""
