"""What a newspaper reader knows of Arabic and English; nothing of the United Nations."""
