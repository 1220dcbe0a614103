// An empty call.

error_codes::provider_errors! {}

fn main() {}
