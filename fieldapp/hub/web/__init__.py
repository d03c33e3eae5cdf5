"""What supervisors see of the hub: pages made on the server, readable without any JavaScript."""
