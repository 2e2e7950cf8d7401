/// How links are written, as in `[[paper](URL)] | [[code](URL)]`.
package struct LinkStyle: Sendable {
  /// What stands before the label, between label and destination, and after it.
  package let open: String
  package let middle: String
  package let close: String
  package let separator: String
  package let labels: LinkLabels
  /// Whether links are to be written so; else this is only how most are.
  package var isUsual = true
  /// Whether links stand in the order of their labels.
  package var isOrdered = true
  /// The label that most links to a host have, where one does.
  package var hostLabels: [String: UsualLabel] = [:]
  /// The case that most links of one label have, by the label in lower case.
  package var labelCases: [String: UsualLabel] = [:]

  package init(
    open: String,
    middle: String,
    close: String,
    separator: String,
    labels: LinkLabels,
    isUsual: Bool = true,
    isOrdered: Bool = true,
    hostLabels: [String: UsualLabel] = [:],
    labelCases: [String: UsualLabel] = [:]
  ) {
    self.open = open
    self.middle = middle
    self.close = close
    self.separator = separator
    self.labels = labels
    self.isUsual = isUsual
    self.isOrdered = isOrdered
    self.hostLabels = hostLabels
    self.labelCases = labelCases
  }

  package func write(label: String, url: String) -> String { open + label + middle + url + close }

  /// The style of links nobody has looked at yet.
  package static func unknown(_ labels: LinkLabels) -> LinkStyle {
    LinkStyle(
      open: "[",
      middle: "](",
      close: ")",
      separator: " ",
      labels: labels,
      isUsual: false,
      isOrdered: false
    )
  }
}
