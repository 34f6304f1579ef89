# The tests of Jupyter's own package jupyter_kernel_test, told what to type in C#.
import unittest

import jupyter_kernel_test


class CSharpKernel(jupyter_kernel_test.KernelTests):
    kernel_name = "hnn-csharp"
    language_name = "C#"
    file_extension = ".cs"
    code_hello_world = 'Console.WriteLine("hello, world");'
    code_stderr = 'Console.Error.WriteLine("oops");'
    completion_samples = [
        {"text": "Console.WriteL", "matches": {"WriteLine"}},
        {"text": "Math.Ab", "matches": {"Abs"}},
        {"text": "#!ti", "matches": {"#!time"}},
    ]
    complete_code_samples = ["1 + 1", "var x = 1;", "if (true)\n{\n}", "#!time\n1"]
    incomplete_code_samples = ["if (true)\n{", "int Twice(int n) =>", "/* a comment"]
    invalid_code_samples = ["var = 5 5;", "1 + ) 2"]
    code_page_something = "Console?"
    code_generate_error = 'throw new Exception("mine");'
    code_execute_result = [
        {"code": "6 * 7", "result": "42"},
        {"code": "6 * 8", "result": "48"},
        {"code": '"text"', "result": "text"},
    ]
    code_display_data = [{"code": 'display(HTML("<b>x</b>"))', "mime": "text/html"}]
    code_history_pattern = "6 * 7"
    supported_history_operations = ("tail", "range", "search")
    code_inspect_sample = "Console.WriteLine"
    code_clear_output = "clearOutput();"


if __name__ == "__main__":
    unittest.main(verbosity=2)
