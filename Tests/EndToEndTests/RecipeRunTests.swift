import Foundation
import Testing

/// An export of codes, read by a recipe: as a file, and into an audit.
struct RecipeRunTests {
  private static let export = """
    "id","submitdate","lastpage","startlanguage","year","safe[SQ001]","safe[SQ002]","worry[SQ001]",\
    "worry[SQ002]","worry[SQ003]","trust","comment"
    "12","2025-11-17 09:04:31","3","en","A2","4","2","Y","","Y","Aisha Khan","All well"
    "13",,"1","en","A2","4","",,,,,

    """

  private static let recipe = """
    kind,heading,item,choice,value,code
    column,year,year_group,,,
    column,safe[SQ001],safe_class,,,
    column,safe[SQ002],safe_playground,,,
    column,worry[SQ001],worried_where,toilets,,
    column,worry[SQ002],worried_where,corridors,,
    column,worry[SQ003],worried_where,journey,,
    column,trust,trusted_people,,,
    value,,year_group,,A2,y4

    """

  private static let survey = Program.root.appending(
    path: "SampleData/dialects/mini-safety.yaml"
  ).path

  private func files() throws -> Scratch {
    let scratch = try Scratch()
    _ = try scratch.write(Self.export, to: "lime.csv")
    _ = try scratch.write(Self.recipe, to: "map.csv")
    return scratch
  }

  @Test func `a recipe is explained, kept, and reads the next file`() throws {
    let scratch = try files()
    let first = try Program.run(
      [
        "analyse", "lime.csv", "--instrument", Self.survey, "--map", "map.csv", "--explain",
        "--save-map", "saved.csv",
      ], in: scratch.url)
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.output.contains("LimeSurvey: 2 rows, 1 used; left out: 1 not finished."))
    #expect(first.errors.contains("Read as LimeSurvey: the column 'submitdate'"))
    #expect(first.errors.contains("worried_where/toilets"))
    let next = try Program.run(
      [
        "analyse", "lime.csv", "--instrument", Self.survey, "--map", "saved.csv",
        "--keep-partials",
      ], in: scratch.url)
    #expect(next.status == 0 && next.errors.isEmpty, "\(next.errors)")
    #expect(next.output.contains("2 rows, 2 used"))
    let over = try Program.run(
      [
        "analyse", "lime.csv", "--instrument", Self.survey, "--map", "map.csv", "--save-map",
        "lime.csv",
      ], in: scratch.url)
    #expect(over.status == 64)
    #expect(try scratch.text("lime.csv") == Self.export)
  }

  /// Runs a command beside an audit that takes the survey.
  private func run(_ arguments: [String], _ scratch: Scratch) throws -> Program.Run {
    try Program.run(arguments, environment: SampleAudit.today, in: scratch.url)
  }

  private func audit() throws -> Scratch {
    let scratch = try files()
    _ = try run(["init", "school", "--school", "Larkfield", "--round", "autumn"], scratch)
    _ = try scratch.write(
      """
      school: Larkfield
      framework: islington-mhars
      rounds:
        - { id: autumn, title: Autumn, instruments: [mini-safety] }

      """, to: "school/audit.yaml")
    let definition = try String(contentsOfFile: Self.survey, encoding: .utf8)
    _ = try scratch.write(definition, to: "school/instruments/mini-safety.yaml")
    return scratch
  }

  private let take = ["import", "lime.csv", "--instrument", "mini-safety", "--audit", "school"]

  @Test func `an export of codes goes into an audit once`() throws {
    let scratch = try audit()
    let taken = try run(take + ["--map", "map.csv"], scratch)
    #expect(taken.status == 0, "\(taken.errors)")
    #expect(taken.output.contains("LimeSurvey, 2 rows: 1 taken, 1 not finished."))
    #expect(taken.output.contains("A blank of LimeSurvey may be"))
    let again = try run(take + ["--map", "map.csv"], scratch)
    #expect(again.output.contains("Nothing was added"))
  }

  @Test func `an audit keeps a recipe by name, lists it, and takes it along in a copy`() throws {
    let scratch = try audit()
    let empty = try run(["recipes", "--audit", "school"], scratch)
    #expect(empty.status == 0 && empty.output.contains("No recipe is kept yet"))
    let rehearsed = try run(take + ["--map", "map.csv", "--save-map", "x", "--dry-run"], scratch)
    #expect(rehearsed.status == 64 && rehearsed.errors.contains("--dry-run keeps nothing"))
    let taken = try run(take + ["--map", "map.csv", "--save-map", "pupils 2026"], scratch)
    #expect(taken.status == 0, "\(taken.errors)")
    let list = try run(["recipes", "--audit", "school"], scratch)
    #expect(list.output.contains("pupils 2026  mini-safety  LimeSurvey"))
    let json = try run(["recipes", "--audit", "school", "--format", "json"], scratch).json
    #expect(json["recipes"].list.map { $0["instrument"].text } == ["mini-safety"])
    _ = try run(["backup", "copy", "--audit", "school"], scratch)
    _ = try run(["restore", "copy", "again"], scratch)
    let kept = try scratch.text("school/recipes/pupils 2026.csv")
    #expect(kept.contains("mini-safety") && kept.contains("A2"))
    #expect(try scratch.text("again/recipes/pupils 2026.csv") == kept)
    let next = Self.export.replacing("worry[SQ003]", with: "worry[SQ03]")
      .replacing("13", with: "14").replacing("\"13\",,", with: "\"14\",\"2025-11-18 09:04:31\",")
    _ = try scratch.write(next, to: "lime.csv")
    let asked = try run(take + ["--map", "pupils 2026"], scratch)
    #expect(asked.status == 1 && asked.errors.contains("gone: 'worry[SQ003]'"), "\(asked.errors)")
    #expect(asked.errors.contains("--confirm worried_where/journey"))
    let confirmed = try run(
      take + [
        "--map", "pupils 2026", "--confirm", "worried_where/journey", "--save-map", "pupils 2026",
      ], scratch)
    #expect(confirmed.status == 0, "\(confirmed.errors)")
    #expect(try scratch.text("school/recipes/pupils 2026.csv").contains("worry[SQ03]"))
  }

  @Test func `a recipe that is not there, of another instrument or in the way is told`() throws {
    let scratch = try audit()
    _ = try run(take + ["--map", "map.csv", "--save-map", "pupils"], scratch)
    let unknown = try run(take + ["--map", "pupil"], scratch)
    #expect(unknown.status == 1 && unknown.errors.contains("keeps no recipe 'pupil'"))
    #expect(unknown.errors.contains("did you mean 'pupils'?"))
    let taken = try run(take + ["--map", "map.csv", "--save-map", "pupils"], scratch)
    #expect(taken.status == 64 && taken.errors.contains("has a recipe 'pupils'"))
    _ = try scratch.write(
      "kind,heading,item,choice,value,code\ninstrument,staff-wellbeing,,,,\n", to: "other.csv")
    let other = try run(take + ["--map", "other.csv"], scratch)
    #expect(other.status == 1 && other.errors.contains("for the instrument 'staff-wellbeing'"))
  }

  @Test func `the questions of a file are kept as a recipe to be answered`() throws {
    let scratch = try Scratch()
    let export = try String(
      contentsOf: Program.root.appending(path: "SampleData/dialects/plain.csv"), encoding: .utf8)
    _ = try scratch.write(export.replacing("safe_class", with: "saf_class"), to: "plain.csv")
    let command = ["analyse", "plain.csv", "--instrument", Self.survey]
    let asked = try run(command + ["--save-map", "map.csv", "--explain"], scratch)
    #expect(asked.status == 1 && asked.errors.contains("this recipe asks about 1"))
    #expect(asked.errors.contains("safe_class?"))
    let recipe = try scratch.text("map.csv")
    #expect(recipe.contains("\"proposed\",\"saf_class\",\"safe_class\""))
    let still = try run(command + ["--map", "map.csv"], scratch)
    #expect(still.status == 1)
    _ = try scratch.write(recipe.replacing("proposed", with: "column"), to: "map.csv")
    let done = try run(command + ["--map", "map.csv"], scratch)
    #expect(done.status == 0, "\(done.errors)")
    let confirmed = try run(command + ["--confirm", "safe_class"], scratch)
    #expect(confirmed.output == done.output)
  }

  @Test func `the gap table reads its files by the recipes of their instruments`() throws {
    let scratch = try Scratch()
    func sample(_ name: String) throws -> String {
      try String(
        contentsOf: Program.root.appending(path: "SampleData/\(name).csv"), encoding: .utf8)
    }
    let staff = try sample("staff-wellbeing")
    let heading = "I trust the people I work with"
    try #require(staff.contains(heading))
    _ = try scratch.write(staff.replacing(heading, with: "Frage 4"), to: "staff.csv")
    _ = try scratch.write(try sample("parent-partnership"), to: "parents.csv")
    let gaps = [
      "gaps", "staff.csv", "parents.csv", "--instrument", "staff-wellbeing", "--instrument",
      "parent-partnership", "--format", "json",
    ]
    #expect(try run(gaps, scratch).status == 1)
    let item = "trust_colleagues"
    func recipe(_ lead: String) -> String {
      "kind,heading,item,choice,value,code\n\(lead)column,Frage 4,\(item),,,\n"
    }
    _ = try scratch.write(recipe(""), to: "map.csv")
    let unclear = try run(gaps + ["--map", "map.csv"], scratch)
    #expect(unclear.status == 1 && unclear.errors.contains("does not say which of the files"))
    _ = try scratch.write(recipe("instrument,staff-wellbeing,,,,\n"), to: "map.csv")
    let read = try run(gaps + ["--map", "map.csv", "--explain"], scratch)
    #expect([0, 2].contains(read.status), "\(read.errors)")
    #expect(read.errors.contains("Frage 4") && read.errors.contains("the recipe says so"))
    _ = try scratch.write(staff, to: "staff.csv")
    #expect(try run(gaps, scratch).output == read.output)
  }
}
