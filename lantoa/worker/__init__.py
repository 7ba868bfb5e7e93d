"""Long work in a process of its own, and leases that tell a living worker from a dead one."""
