print("rubric")
