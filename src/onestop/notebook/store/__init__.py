"""The disk under the notebook: reading, the lock, and writing that is all or nothing."""
