"""Looking back at what came up: laid out the next day, looked at again later."""
