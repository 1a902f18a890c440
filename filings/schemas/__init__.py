"""What each filing asks, concludes and demands: kinds by topic, building blocks beside the topics."""
