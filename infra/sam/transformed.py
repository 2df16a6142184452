"""The template as CloudFormation will see it: packaged, its loops repeated, translated by SAM, and its
conditions decided."""

import json
import logging
import re

from samcli.lib.cfn_language_extensions.models import TemplateProcessingContext
from samcli.lib.cfn_language_extensions.processors.foreach import ForEachProcessor
from samcli.lib.cfn_language_extensions.sam_integration import expand_language_extensions
from samtranslator.parser.parser import Parser
from samtranslator.translator.translator import Translator
from samtranslator.yaml_helper import yaml_parse

# It would say that nobody collects its metrics.
logging.getLogger("samtranslator").setLevel(logging.ERROR)

REGION = "eu-west-1"
NAME = re.compile(r"\$\{([A-Za-z0-9:.]+)\}")


class NoIam:
    """SAM asks IAM for managed policies that are given by name; this template names none."""

    def load(self):
        return {}


def translate(packaged):
    """The CloudFormation template of a packaged SAM template, given as text: for any parameters."""
    template = yaml_parse(packaged)
    context = TemplateProcessingContext(fragment=template)
    ForEachProcessor().process_template(context)
    return translated(literal(context.fragment), defaults(template))


def deployed(packaged, **parameters):
    """The same for one deployment: as AWS::LanguageExtensions does, every reference to a parameter is
    its value before SAM looks at it."""
    template = yaml_parse(packaged)
    values = {**defaults(template), **parameters}
    expanded = expand_language_extensions(template, values, enabled=True).expanded_template
    return translated(expanded, values)


def defaults(template):
    values = {name: each.get("Default") for name, each in template["Parameters"].items()}
    return {**values, "AWS::Region": REGION, "AWS::Partition": "aws"}


def translated(expanded, values):
    expanded["Transform"] = "AWS::Serverless-2016-10-31"
    return Translator(NoIam().load(), Parser()).translate(expanded, values)


def literal(node):
    """The same with every Fn::Sub that has nothing left to substitute replaced by its text."""
    if isinstance(node, list):
        return [literal(each) for each in node]
    if not isinstance(node, dict):
        return node
    text = node.get("Fn::Sub")
    if len(node) == 1 and isinstance(text, str) and "${" not in text:
        return text
    return {name: literal(each) for name, each in node.items()}


class Stack:
    """One stack of the template: parameters given, conditions decided, what they leave out gone."""

    def __init__(self, template, **parameters):
        declared = template["Parameters"]
        self.parameters = {name: str(each.get("Default", "")) for name, each in declared.items()}
        self.parameters.update(parameters)
        self.declared = template.get("Conditions", {})
        self.resources = {
            name: self._resolved(each)
            for name, each in template["Resources"].items()
            if self._exists(each)
        }
        self.outputs = {
            name: self._resolved(each)
            for name, each in template["Outputs"].items()
            if self._exists(each)
        }

    def of(self, kind):
        """The properties of all resources of a type, by logical id."""
        return {
            name: each.get("Properties", {})
            for name, each in self.resources.items()
            if each["Type"] == kind
        }

    def dangling(self):
        """References to what this stack does not have, each as 'who: what'."""
        known = set(self.resources) | set(self.parameters)
        return sorted(
            f"{owner}: {name}"
            for part in (self.resources, self.outputs)
            for owner, each in part.items()
            for name in references(each)
            if name not in known and not name.startswith("AWS::")
        )

    def _exists(self, each):
        return "Condition" not in each or self._holds({"Condition": each["Condition"]})

    def _holds(self, condition):
        ((function, argument),) = condition.items()
        if function == "Condition":
            return self._holds(self.declared[argument])
        if function == "Fn::Equals":
            left, right = (self._text(side) for side in argument)
            return left == right
        if function == "Fn::Not":
            return not self._holds(argument[0])
        if function == "Fn::And":
            return all(self._holds(each) for each in argument)
        if function == "Fn::Or":
            return any(self._holds(each) for each in argument)
        raise ValueError(f"no condition: {function}")

    def _text(self, side):
        return self.parameters[side["Ref"]] if isinstance(side, dict) else str(side)

    def _resolved(self, node):
        """The same with every Fn::If replaced by the branch that counts."""
        if isinstance(node, list):
            return [each for each in map(self._resolved, node) if each != NOTHING]
        if not isinstance(node, dict):
            return node
        if list(node) == ["Fn::If"]:
            condition, then, otherwise = node["Fn::If"]
            return self._resolved(then if self._holds({"Condition": condition}) else otherwise)
        resolved = {name: self._resolved(each) for name, each in node.items()}
        return {name: each for name, each in resolved.items() if each != NOTHING or name == "Ref"}


NOTHING = {"Ref": "AWS::NoValue"}


def references(node):
    """The logical ids and parameters that a value names."""
    if isinstance(node, list):
        for each in node:
            yield from references(each)
    elif isinstance(node, dict):
        for name, value in node.items():
            if name == "Ref":
                yield value
            elif name == "Fn::GetAtt":
                yield value.split(".")[0] if isinstance(value, str) else value[0]
            elif name == "Fn::Sub":
                yield from substituted(value)
            elif name == "DependsOn":
                yield from [value] if isinstance(value, str) else value
            else:
                yield from references(value)


def substituted(value):
    text, own = (value, {}) if isinstance(value, str) else (value[0], value[1])
    yield from references(own)
    for name in NAME.findall(text):
        if name not in own:
            yield name.split(".")[0]


def owner(node):
    """The logical id behind a Ref or Fn::GetAtt, or None."""
    found = list(references(node)) if isinstance(node, dict) else []
    return found[0] if len(found) == 1 else None


def pretty(node):
    return json.dumps(node, sort_keys=True, default=str)
