"""What LocalStack's community edition (4.14) lacks, with the reason: a resource type, or a step."""

LACKING = {
    "AWS::ApiGatewayV2::Api": "HTTP APIs are not emulated; passed over as if created",
    "AWS::ApiGatewayV2::Stage": "HTTP APIs are not emulated; passed over as if created",
    "AWS::ApiGatewayV2::DomainName": "HTTP APIs are not emulated; passed over as if created",
    "AWS::ApiGatewayV2::ApiMapping": "HTTP APIs are not emulated; passed over as if created",
    "AWS::CloudWatch::Dashboard": "not emulated; passed over as if created",
    "AWS::Logs::MetricFilter": "not emulated; passed over as if created",
    "AWS::Pipes::Pipe": "not emulated; passed over as if created",
}

# A table that LocalStack deletes with its stack, and CloudFormation keeps.
NOT_KEPT = "the deletion policy RetainExceptOnCreate is taken for Delete"

# What an update is answered with in which a condition changes, though nothing refers to what is off.
NO_SWITCHING = "Unresolved resource dependencies"
