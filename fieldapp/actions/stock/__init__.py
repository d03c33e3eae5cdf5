"""What people do with stock: each verb one movement, in one transaction; balances are their sum."""
