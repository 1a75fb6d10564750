"""PostgreSQL as Django has it, without compiling statements."""
