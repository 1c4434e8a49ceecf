"""The bodies and procedures of the United Nations, one folder each; none imports another."""
