/// Text of a registry without tags, entities and line breaks.
enum PlainText {
  static func of(_ text: String) -> String {
    var result = ""
    var isInTag = false
    var entity: String?
    for character in text {
      if isInTag {
        isInTag = character != ">"
      } else if let name = entity {
        if character == ";" {
          result += entities[name] ?? "&\(name);"
          entity = nil
        } else if name.count > 8 || character.isWhitespace {
          result += "&\(name)\(character)"
          entity = nil
        } else {
          entity = name + String(character)
        }
      } else if character == "&" {
        entity = ""
      } else if character == "<" {
        isInTag = true
      } else {
        result.append(character.isWhitespace ? " " : character)
      }
    }
    if let entity { result += "&" + entity }
    return result.split(separator: " ").joined(separator: " ")
  }

  private static let entities = [
    "amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'", "nbsp": " ", "#38": "&",
    "#39": "'",
  ]
}
