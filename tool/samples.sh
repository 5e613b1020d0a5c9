#!/bin/sh
# Print the sample documents, those of the annotated set among them, as rows
# for COPY: file, source, published, title, body.
for folder in examples/sample test/gold; do
	cd "$(dirname "$0")/../$folder" || exit 1
	awk -F '\t' '
	NR > 1 {
		body = ""
		while ((getline line < $1) > 0) {
			gsub(/\\/, "\\\\\\\\", line)
			gsub(/\t/, "\\t", line)
			gsub(/\r/, "\\r", line)
			body = body line "\\n"
		}
		close($1)
		print $1 "\t" $2 "\t" $3 "\t" $4 "\t" body
	}' index.tsv
	cd - >/dev/null || exit 1
done
