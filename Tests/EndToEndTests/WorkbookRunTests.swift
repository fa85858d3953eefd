import Foundation
import Testing

/// A workbook gives what the CSV file saved from it gives, and `--sheet` chooses in every command.
struct WorkbookRunTests {
  private static let mini = ["--instrument", "SampleData/dialects/mini-safety.yaml"]

  @Test func `the figures of a workbook are those of its re-saved file`() throws {
    let runs = try ["microsoft.csv", "microsoft.xlsx"].map { name in
      try Program.run(
        ["analyse", "SampleData/dialects/\(name)", "--by", "year_group", "--format", "csv"]
          + Self.mini)
    }
    #expect(runs.map(\.status) == [0, 0], "\(runs[1].errors)")
    #expect(!runs[0].output.isEmpty && runs[0].output == runs[1].output)
  }

  @Test func `a sheet is named by name or number, and one that is not there is told`() throws {
    let command = ["analyse", "SampleData/dialects/microsoft.xlsx"] + Self.mini
    for sheet in ["form1", "1"] {
      #expect(try Program.run(command + ["--sheet", sheet]).status == 0)
    }
    let run = try Program.run(command + ["--sheet", "Form2"])
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.errors.contains("--sheet 'Form2' names nothing in this file; it has 'Form1'"))
  }

  @Test(
    arguments: [
      ["analyse"], ["gaps"], ["import"], ["roll", "import"], ["names", "import"],
    ])
  func `every command that reads a table knows --sheet`(command: [String]) throws {
    #expect(try Program.run(command + ["--help"]).output.contains("--sheet <name>"))
  }

  @Test func `a damaged workbook leaves an audit as it is`() throws {
    let audit = try SampleAudit(isEmpty: false)
    let scratch = try Scratch()
    let path = try scratch.write("PK\u{3}\u{4} cut off", to: "cut.xlsx")
    let run = try audit.run(["roll", "import", path] + audit.audit)
    #expect(run.status == 1 && run.errors.contains("damaged or cut off"))
  }
}
