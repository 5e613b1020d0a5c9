#!/usr/bin/env perl
# Examples of a document: take them out, and put what they printed back.
#
#   docs.pl input FILE            SQL of all blocks ```sql, each behind a mark
#   docs.pl table FILE            SQL of the first of them that makes a table
#   docs.pl compare FILE OUTPUT   does each block print what stands below it?
#   docs.pl write FILE OUTPUT     write it there
#
# The output of a block stands in the block ``` right below; where there is
# none, only errors are wrong.  A block below <!-- not run --> is left alone.
use strict;
use warnings;

my ($mode, $file, $output) = @ARGV;

# Blocks as { line, sql, from, to, expected }; from and to are the lines of
# the output's content, from > to where there is no such block.
sub read_blocks {
	my @lines = @_;
	my @blocks;
	for (my $i = 0; $i < @lines; $i++) {
		next unless $lines[$i] =~ /^```sql$/;
		my $skip = $i > 0 && $lines[$i - 1] =~ /^<!-- not run -->/;
		my $first = ++$i;
		$i++ while $i < @lines && $lines[$i] ne '```';
		next if $skip;
		my %block = (line => $first, sql => join("\n", @lines[$first .. $i - 1]), from => $i + 1, to => $i);
		if ($i + 1 < @lines && $lines[$i + 1] eq '```') {
			my $end = $i + 2;
			$end++ while $end < @lines && $lines[$end] ne '```';
			@block{qw(from to)} = ($i + 2, $end - 1);
			$block{expected} = [@lines[$i + 2 .. $end - 1]];
			$i = $end;
		}
		push @blocks, \%block;
	}
	return @blocks;
}

sub slurp {
	my ($name) = @_;
	open my $in, '<', $name or die "$name: $!\n";
	local $/;
	my @lines = split /\n/, <$in>, -1;
	pop @lines if @lines && $lines[-1] eq '';
	return @lines;
}

# What psql printed, by block: no blanks at line ends, no empty lines.
sub read_output {
	my ($name) = @_;
	my @outputs;
	for my $line (slurp($name)) {
		if ($line =~ /^\@\@block (\d+)$/) { $outputs[$1] = []; next }
		$line =~ s/\s+$//;
		push @{$outputs[-1]}, $line if @outputs && $line ne '';
	}
	return @outputs;
}

my @lines = slurp($file);
my @blocks = read_blocks(@lines);

if ($mode eq 'input') {
	printf "\\echo \@\@block %d\n%s\n", $_, $blocks[$_]{sql} for 0 .. $#blocks;
	exit 0;
}

if ($mode eq 'table') {
	my ($table) = grep { $_->{sql} =~ /^CREATE TABLE/m } @blocks;
	print "$table->{sql}\n";
	exit 0;
}

my @outputs = read_output($output);
my $wrong = 0;
for my $n (reverse 0 .. $#blocks) {
	my $block = $blocks[$n];
	my @printed = @{$outputs[$n] || ['(nothing: the examples stopped before)']};
	if (!$block->{expected}) {
		my @errors = grep { /ERROR:|^\(nothing/ } @printed;
		if (@errors) {
			$wrong++;
			print "--- $file:$block->{line}\n", map { "+$_\n" } @errors;
		}
		next;
	}
	my @expected = grep { $_ ne '' } map { s/\s+$//r } @{$block->{expected}};
	next if join("\n", @expected) eq join("\n", @printed);
	if ($mode eq 'write') {
		splice @lines, $block->{from}, $block->{to} - $block->{from} + 1, @printed;
		next;
	}
	$wrong++;
	print "--- $file:$block->{line}\n", (map { "-$_\n" } @expected), map { "+$_\n" } @printed;
}
if ($mode eq 'write') {
	open my $out, '>', $file or die "$file: $!\n";
	print $out map { "$_\n" } @lines;
	close $out;
}
printf "%d %d\n", @blocks - $wrong, $wrong;
exit($wrong ? 1 : 0);
